-- Topics over time: share of briefings
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Briefings with an exchange about the topic (hits) among all of the period. 95% interval: Wilson's. A period without
-- briefings has no row.
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
    drawn as (from topics_drawn('slice', $topics)),
    whole as (
        select series, period, count(distinct briefing) as n, count(*) as exchanges, max(last_day) as reach
        from slice
        group by all
    ),
    part as (
        select e.topic, s.series, s.period, count(distinct s.briefing) as k
        from slice as s
        join exchange_topic as e using (exchange)
        where e.topic in (select topic from drawn)
        group by all
    ),
    shares as (
        select whole.*, topic, id, title, coalesce(part.k, 0) as hits, hits / n as share
        from whole
        cross join drawn
        left join part using (topic, series, period)
    )
select
    period,
    $grain as grain,
    id as topic,
    title,
    series,
    'share of briefings' as measure,
    hits,
    n as briefings,
    exchanges,
    share,
    wilson_low(share, n) as low,
    wilson_high(share, n) as high,
    n::double as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from shares
order by sum(hits) over (partition by id) desc, id, sum(hits) over (partition by id, series) desc, series, period
