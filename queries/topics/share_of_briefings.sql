-- Topics over time: share of briefings
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Briefings with an exchange about the topic (hits) among all of the period. 95% interval: Wilson's. A period without briefings has no row.
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
    size as (
        select series, period, count(distinct briefing) as n, count(*) as exchanges from slice group by all
    ),
    found as (
        select d.topic, s.series, s.period, count(distinct s.briefing) as k
        from slice as s
        join exchange_topic as e using (exchange)
        join drawn as d on d.topic = e.topic
        group by all
    ),
    shares as (
        select p.*, d.id, d.title, coalesce(f.k, 0) as k, coalesce(f.k, 0) / p.n as share,
        from size as p
        cross join drawn as d
        left join found as f on f.topic = d.topic and f.series = p.series and f.period = p.period
    )
select
    period,
    $grain as grain,
    id as topic,
    title,
    series,
    'share of briefings' as measure,
    k as hits,
    n as briefings,
    exchanges,
    share,
    wilson_low(share, n) as low,
    wilson_high(share, n) as high,
    n::double as effective_n,
    unfinished($grain, period, $since, $until_day, last_day) as incomplete,
from shares
join series_end using (series)
order by sum(k) over (partition by id) desc, id, sum(k) over (partition by id, series) desc, series, period
