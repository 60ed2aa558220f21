-- Topics over time: uses per 1,000 words
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Uses of the topic's terms (hits), passing mentions too, per 1,000 words of the slice. 95% interval: that of a
-- bootstrap over briefings, from its cumulants; none where one briefing or no use is all there is.
with
    -- fmt: off
    slice as (
        from timed($grain, $split, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    -- fmt: on
    held as (
        select u.topic, s.series, s.period, s.briefing, u.uses, u.statements
        from slice as s
        join topic_use as u using (exchange)
        where $whose is null or u.role = $whose::voice
    ),
    frequent as (select topic from held group by all order by sum(uses) desc, topic limit 3),
    drawn as (
        select topic, id, title
        from topic
        where case when $topics is null then topic in (from frequent) else list_contains($topics, id) end
    ),
    size as (select series, period, briefing, sum(words)::double as n, max(last_day) as reach from slice group by all),
    found as (
        select topic, series, period, briefing, sum(uses)::double as k, sum(statements) as statements
        from held
        where topic in (select topic from drawn)
        group by all
    ),
    -- fmt: off
    part as (
        select
            topic, series, period, sum(k) as k, sum(statements) as statements, count(*) as used_in, min(k / n) as least, max(k / n) as most,
            sum(k * k) as kk, sum(k * n) as kn, sum(k * k * k) as kkk, sum(k * k * n) as kkn, sum(k * n * n) as knn,
        from found
        join size using (series, period, briefing)
        where n > 0
        group by all
    ),
    whole as (
        select
            series, period, count(*) as briefings, count(*) filter (n > 0) as units, max(reach) as reach,
            sum(n) as n, sum(n * n) as nn, sum(n * n * n) as nnn,
        from size
        group by all
    ),
    rated as (
        select *, case when used_in < units then 0 else least end as least_rate,
        from whole
        cross join drawn
        left join part using (topic, series, period)
    ),
    bounded as (
        select
            *,
            [bootstrap_bound(z, k, n, kk, kn, nn, kkk, kkn, knn, nnn, least_rate, most) for z in [-1.959964, 1.959964]] as b,
        from rated
    )
    -- fmt: on
select
    period,
    $grain as grain,
    id as topic,
    title,
    series,
    'uses per 1,000 words' as measure,
    coalesce(k, 0)::integer as hits,
    coalesce(statements, 0)::integer as statements,
    n::integer as words,
    briefings,
    1000 * hits / nullif(n, 0) as rate,
    case when briefings > 1 then 1000 * b[1] end as low,
    case when briefings > 1 then 1000 * b[2] end as high,
    briefings::double as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from bounded
order by sum(hits) over (partition by id) desc, id, sum(hits) over (partition by id, series) desc, series, period
