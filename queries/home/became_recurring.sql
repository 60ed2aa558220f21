-- Formulations that became recurring
-- one row per: phrase
-- Phrases that on the last day of the slice reached the number of briefings from which a phrase recurs. Left out: those
-- of which one longer one that became recurring too has 80% of the uses, fragments, names and offices.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    last_day as (select max(day) as day from slice),
    threshold as (select greatest(3, ceil(count(*) / 10000)) as least from briefing where standing = 'counted'),
    seen as (
        select
            u.phrase,
            any_value(f.statement) as statement,
            count(*) as uses,
            count(distinct u.briefing) as briefings,
            count(distinct u.briefing) filter (x.day < last_day.day) as before,
            min(x.day) as first_day,
        from phrases_of_last_day('slice', $whose) as f
        join posting as u using (phrase)
        join slice as x on x.exchange = u.exchange
        cross join last_day
        where $whose is null or u.role = $whose::voice
        group by all
    ),
    reached as (select seen.* from seen cross join threshold where before < least and briefings >= least)
select
    p.tokens as phrase,
    p.length as words,
    r.uses,
    r.briefings,
    r.first_day,
    b.id as briefing_id,
    s.statement,
    s.position,
    s.day,
    m.name as ministry,
    k.name as speaker,
    s.role,
    s.text,
from reached as r
join phrase as p using (phrase)
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
left join speaker as k on k.speaker = s.speaker
where
    p.length >= coalesce($least_words, 3)
    and not p.named
    and not fragment(p.runs_on, p.ends, p.uses)
    and not exists (
        select 1
        from phrase_within as w
        join reached as l on l.phrase = w.longer
        where w.phrase = r.phrase and 5 * l.uses >= 4 * r.uses
    )
order by p.length desc, r.statement, p.phrase
