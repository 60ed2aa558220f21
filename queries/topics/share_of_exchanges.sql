-- Topics over time: share of exchanges
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Exchanges about the topic (hits) among all of the period. 95% interval: Wilson's on the effective n, that is
-- exchanges over the design effect of briefings. A period without briefings has no row.
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
    size as (select series, period, briefing, count(*) as n, max(last_day) as reach from slice group by all),
    whole as (
        select series, period, count(*) as briefings, sum(n)::integer as n, sum(n * n) as nn, max(reach) as reach
        from size
        group by all
    ),
    found as (
        select e.topic, s.series, s.period, s.briefing, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        where e.topic in (select topic from drawn)
        group by all
    ),
    part as (
        select topic, series, period, sum(k)::integer as k, sum(k * k) as kk, sum(k * n) as kn
        from found
        join size using (series, period, briefing)
        group by all
    ),
    shares as (
        select whole.*, topic, id, title, coalesce(part.k, 0) as hits, hits / n as share, part.kk, part.kn
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
    'share of exchanges' as measure,
    hits,
    n as exchanges,
    briefings,
    share,
    wilson_low(share, effective_n(share, n, briefings, kk, kn, nn)) as low,
    wilson_high(share, effective_n(share, n, briefings, kk, kn, nn)) as high,
    effective_n(share, n, briefings, kk, kn, nn) as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from shares
order by sum(hits) over (partition by id) desc, id, sum(hits) over (partition by id, series) desc, series, period
