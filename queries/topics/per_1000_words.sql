-- Topics over time: uses per 1,000 words
-- one row per: topic and period (and ministry or spokesperson, where split)
-- Uses of the topic's terms (hits), passing mentions too, per 1,000 words of the slice. 95% interval: bootstrap over briefings, 200 fixed replicates; none where one briefing or no use is all there is.
with
    slice as (
        from timed(
            $grain, $split, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
        )
    ),
    use as (
        select h.topic, h.exchange, h.statement
        from topic_hit as h
        join statement as s using (statement)
        where ($whose is null or s.role = $whose) and h.exchange in (select exchange from slice)
    ),
    drawn as (
        select topic, id, title
        from topic
        where
            case
                when $topics is null
                then topic in (select u.topic from use as u group by all order by count(*) desc, u.topic limit 5)
                else list_contains($topics, id)
            end
    ),
    series_end as (
        select s.series, max(b.day) as last_day
        from (select distinct series, source from slice) as s
        join briefing as b on b.source = s.source and b.standing in ('counted', 'echo')
        group by all
    ),
    size as (select series, period, briefing, sum(words) as words, count(*) as exchanges from slice group by all),
    found as (
        select d.topic, s.series, s.period, s.briefing, count(*) as k, count(distinct u.statement) as statements
        from slice as s
        join use as u using (exchange)
        join drawn as d on d.topic = u.topic
        group by all
    ),
    weight as (
        select *, bootstrap_weight(briefing, replicate) as weight
        from size
        cross join range(200) as r(replicate)
    ),
    words_again as (select series, period, replicate, sum(weight * words) as words from weight group by all),
    hits_again as (
        select f.topic, f.series, f.period, w.replicate, sum(w.weight * f.k) as k
        from found as f
        join weight as w using (series, period, briefing)
        group by all
    ),
    interval_of as (
        select h.topic, h.series, h.period, quantile_cont(1000 * h.k / w.words, [0.025, 0.975]) as bounds
        from hits_again as h
        join words_again as w using (series, period, replicate)
        where w.words > 0
        group by all
    ),
    period_size as (
        select series, period, count(*) as n, sum(words)::integer as words, sum(exchanges)::integer as exchanges
        from size group by all
    ),
    period_found as (
        select topic, series, period, sum(k)::integer as k, sum(statements)::integer as statements from found group by all
    )
select
    p.period, $grain as grain, d.id as topic, d.title, p.series, 'uses per 1,000 words' as measure,
    coalesce(f.k, 0) as hits, coalesce(f.statements, 0) as statements, p.words, p.n as briefings, p.exchanges,
    1000 * hits / nullif(p.words, 0) as rate,
    case when p.n > 1 then i.bounds[1] end as low,
    case when p.n > 1 then i.bounds[2] end as high,
    p.n::double as effective_n,
    unfinished($grain, p.period, $since, $until_day, e.last_day) as incomplete,
from period_size as p
cross join drawn as d
join series_end as e on e.series = p.series
left join period_found as f on f.topic = d.topic and f.series = p.series and f.period = p.period
left join interval_of as i on i.topic = d.topic and i.series = p.series and i.period = p.period
order by sum(hits) over (partition by d.id) desc, d.id, sum(hits) over (partition by d.id, p.series) desc, p.series, p.period
