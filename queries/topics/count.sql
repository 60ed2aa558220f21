-- Topics over time: exchanges
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Exchanges about the topic (hits), with all of the period beside them. A raw count has no interval. A period without briefings has no row.
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
        select series, period, count(*) as exchanges, count(distinct briefing) as briefings from slice group by all
    ),
    found as (
        select d.topic, s.series, s.period, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        join drawn as d on d.topic = e.topic
        group by all
    )
select
    p.period,
    $grain as grain,
    d.id as topic,
    d.title,
    p.series,
    'exchanges' as measure,
    coalesce(f.k, 0) as hits,
    p.exchanges,
    p.briefings,
    p.exchanges::double as effective_n,
    unfinished($grain, p.period, $since, $until_day, e.last_day) as incomplete,
from size as p
cross join drawn as d
join series_end as e on e.series = p.series
left join found as f on f.topic = d.topic and f.series = p.series and f.period = p.period
order by
    sum(hits) over (partition by d.id) desc, d.id, sum(hits) over (partition by d.id, p.series) desc, p.series, p.period
