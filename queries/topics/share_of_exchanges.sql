-- Topics over time: share of exchanges
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Exchanges about the topic (hits) among all of the period. 95% interval: Wilson's on the effective n, that is exchanges over the design effect of briefings. A period without briefings has no row.
with
    slice as (
        from timed(
            $grain, $split, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
        )
    ),
    frequent as (
        select e.topic from exchange_topic as e join slice using (exchange) group by all order by count(*) desc, e.topic limit 5
    ),
    drawn as (
        select topic, id, title
        from topic
        where case when $topics is null then topic in (from frequent) else list_contains($topics, id) end
    ),
    reach as (
        select source, max(day) as last_day from briefing where standing in ('counted', 'echo') group by all
    ),
    series_end as (
        select s.series, max(r.last_day) as last_day
        from (select distinct series, source from slice) as s
        join reach as r using (source)
        group by all
    ),
    size as (select series, period, briefing, count(*) as n from slice group by all),
    period_size as (
        select series, period, count(*) as briefings, sum(n)::integer as n, sum(n * n)::integer as nn from size group by all
    ),
    found as (
        select d.topic, s.series, s.period, s.briefing, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        join drawn as d on d.topic = e.topic
        group by all
    ),
    period_found as (
        select topic, series, period, sum(k)::integer as k, sum(k * k)::integer as kk, sum(k * n)::integer as kn
        from found
        join size using (series, period, briefing)
        group by all
    ),
    shares as (
        select
            d.id, d.title, p.series, p.period, p.briefings, p.n, coalesce(f.k, 0) as k, coalesce(f.k, 0) / p.n as share,
            p.n / design_effect(
                coalesce(f.k, 0) / p.n,
                p.n,
                p.briefings,
                coalesce(f.kk - 2 * f.k / p.n * f.kn + (f.k / p.n) ** 2 * p.nn, 0)
            ) as effective_n,
        from period_size as p
        cross join drawn as d
        left join period_found as f on f.topic = d.topic and f.series = p.series and f.period = p.period
    )
select
    period,
    $grain as grain,
    id as topic,
    title,
    series,
    'share of exchanges' as measure,
    k as hits,
    n as exchanges,
    briefings,
    share,
    wilson_low(share, effective_n) as low,
    wilson_high(share, effective_n) as high,
    effective_n,
    unfinished($grain, period, $since, $until_day, last_day) as incomplete,
from shares
join series_end using (series)
order by sum(k) over (partition by id) desc, id, sum(k) over (partition by id, series) desc, series, period
