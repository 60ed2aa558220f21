-- Who uses a formulation
-- one row per: speaker
-- Uses in the voice chosen; per 1,000 words that the speaker says in the slice.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    spoken as (
        select
            coalesce(p.name, 'unnamed ' || replace(s.role::varchar, '_', ' ')) as who,
            s.role::varchar as role,
            sum(s.words)::bigint as words,
            count(distinct s.briefing) as held,
        from speech as s
        join slice using (exchange)
        left join speaker as p on p.speaker = s.speaker
        where $whose is null or s.role = $whose::voice
        group by all
    ),
    said as (
        select
            coalesce(p.name, 'unnamed ' || replace(s.role, '_', ' ')) as who,
            s.role,
            string_agg(distinct m.name, ', ' order by m.name) as ministry,
            count(*) as uses,
            count(distinct u.briefing) as briefings,
            min(s.day) as first_day,
            max(s.day) as last_day,
        from uses_of($phrase) as u
        join slice using (exchange)
        join statement as s using (statement)
        join ministry as m on m.ministry = s.ministry
        left join speaker as p on p.speaker = s.speaker
        where $whose is null or u.role = $whose::voice
        group by all
    )
select
    $phrase as phrase,
    d.who,
    d.role,
    d.ministry,
    d.uses,
    d.briefings,
    k.held as "of",
    k.words,
    1000 * d.uses / nullif(k.words, 0) as per_1000_words,
    d.first_day,
    d.last_day,
from said as d
join spoken as k using (who, role)
order by d.first_day nulls last, d.uses desc, d.who
