-- Topics over time: change points
-- one row per: topic (and ministry or spokesperson, where split), its days as lists; then one per change
-- Days on which the share of exchanges jumped, by binomial likelihood over the dispersion of briefings, each with the
-- days between which it lies (95%). share: from the change to the next one; share_before: since the one before.
with
    slice as (
        from
            timed(
                'day',
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
    size as (select series, period, briefing, count(*) as n from slice group by all),
    whole as (
        select series, period, count(*) as c, sum(n)::bigint as n, sum(n * n)::bigint as nn from size group by all
    ),
    found as (
        select e.topic, s.series, s.period, s.briefing, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        where e.topic in (select topic from drawn)
        group by all
    ),
    part as (
        select topic, series, period, sum(k)::bigint as k, sum(k * k)::bigint as kk, sum(k * n)::bigint as kn
        from found
        join size using (series, period, briefing)
        group by all
    )
select
    id as topic,
    title,
    series,
    list((period - date '1970-01-01')::integer order by period) as days,
    list(c order by period) as briefings,
    list(coalesce(k, 0) order by period) as hits,
    list(n order by period) as exchanges,
    list(coalesce(kk, 0) order by period) as squares,
    list(coalesce(kn, 0) order by period) as products,
    list(nn order by period) as sizes,
from whole
cross join drawn
left join part using (topic, series, period)
group by id, title, series
order by sum(sum(coalesce(k, 0))) over (partition by id) desc, id, sum(coalesce(k, 0)) desc, series
