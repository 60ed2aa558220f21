-- Topics over time: exchanges
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Exchanges about the topic (hits), with all of the period beside them. A raw count has no interval. A period without
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
        select series, period, count(*) as n, count(distinct briefing) as briefings, max(last_day) as reach
        from slice
        group by all
    ),
    part as (
        select e.topic, s.series, s.period, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        where e.topic in (select topic from drawn)
        group by all
    ),
    counts as (
        select whole.*, topic, id, title, coalesce(part.k, 0) as hits
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
    'exchanges' as measure,
    hits,
    n as exchanges,
    briefings,
    n::double as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from counts
order by sum(hits) over (partition by id) desc, id, sum(hits) over (partition by id, series) desc, series, period
