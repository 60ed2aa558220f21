-- Topics over time: uses per 1,000 words
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Uses of the topic's terms (hits), passing mentions too, per 1,000 words of the slice. 95% interval: bootstrap over
-- briefings, 200 fixed replicates; none where one briefing or no use is all there is.
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
    use as (
        select topic, slice.*, statement, (h.span_start, h.span_end) as place
        from slice
        join topic_hit as h using (exchange)
        join statement as s using (statement)
        where $whose is null or s.role = $whose
    ),
    frequent as (select topic from use group by all order by count(*) desc, topic limit 3),
    drawn as (
        select topic, id, title
        from topic
        where case when $topics is null then topic in (from frequent) else list_contains($topics, id) end
    ),
    size as (select series, period, briefing, sum(words) as n, max(last_day) as reach from slice group by all),
    found as (
        select topic, series, period, briefing, count(distinct place) as k, count(distinct statement) as statements
        from use
        where topic in (select topic from drawn)
        group by all
    ),
    weight as (
        select series, period, briefing, n, replicate, bootstrap_weight(briefing, replicate) as weight
        from size
        cross join range(200) as r(replicate)
    ),
    n_again as (select series, period, replicate, sum(weight * n) as n from weight group by all),
    rate_again as (
        select topic, series, period, replicate, 1000 * sum(weight * k) / nullif(any_value(n_again.n), 0) as rate
        from found
        join weight using (series, period, briefing)
        join n_again using (series, period, replicate)
        group by all
    ),
    bounds as (select topic, series, period, quantile_cont(rate, [0.025, 0.975]) as b from rate_again group by all),
    part as (select topic, series, period, sum(k)::integer as k, sum(statements) as statements from found group by all),
    whole as (select series, period, count(*) as briefings, sum(n) as n, max(reach) as reach from size group by all)
select
    period,
    $grain as grain,
    id as topic,
    title,
    series,
    'uses per 1,000 words' as measure,
    coalesce(k, 0) as hits,
    coalesce(statements, 0)::integer as statements,
    n::integer as words,
    briefings,
    1000 * hits / nullif(n, 0) as rate,
    case when briefings > 1 then b[1] end as low,
    case when briefings > 1 then b[2] end as high,
    briefings::double as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from whole
cross join drawn
left join part using (topic, series, period)
left join bounds using (topic, series, period)
order by sum(hits) over (partition by id) desc, id, sum(hits) over (partition by id, series) desc, series, period
