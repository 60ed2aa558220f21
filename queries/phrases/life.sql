-- A formulation over time
-- one row per: period (and ministry or spokesperson, where split)
-- Uses in the voice chosen and the briefings with one; per 1,000 words of that voice.
-- A period without briefings has
-- no row.
with
    slice as (
        from
            timed(
                $grain,
                $split,
                $since,
                $until_day,
                $ministries,
                $sources,
                $spokespersons,
                $about,
                $saying,
                $whose,
                $echoes
            )
    ),
    said as (
        select s.series, s.period, count(*) as uses, count(distinct u.briefing) as
        using
        from uses_of($phrase) as u
        join slice as s using (exchange)
        where $whose is null or u.role = $whose::voice
        group by all
    ),
    whole as (
        select series, period, count(distinct briefing) as n, sum(words)::bigint as words, max(last_day) as reach
        from slice
        group by all
    )
select
    period,
    $grain as grain,
    $phrase as phrase,
    w.series,
    coalesce(d.uses, 0) as uses,
    coalesce(d.using, 0) as briefings,
    w.n as "of",
    w.words,
    1000 * coalesce(d.uses, 0) / nullif(w.words, 0) as per_1000_words,
    unfinished($grain, period, $since, $until_day, max(w.reach) over (partition by w.series)) as incomplete,
from whole as w
left join said as d using (series, period)
order by sum(coalesce(d.uses, 0)) over (partition by w.series) desc, w.series, period
