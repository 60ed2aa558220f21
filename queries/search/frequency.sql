-- Words over time: share of exchanges
-- one row per: query and period (and ministry or spokesperson, where split)
-- Exchanges in which one statement holds the query (hits) among all of the period. 95% interval: Wilson's
-- on the effective n. A period without briefings has no row.
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
    sought as (select unnest($queries::varchar[]) as query, unnest(range(len($queries::varchar[]))) as place),
    said as (
        select distinct h.query as place, s.exchange
        from holding($sought) as h
        join statement as s using (statement)
        where $whose is null or s.role = $whose
    ),
    cluster as (
        select q.place, q.query, x.series, x.period, x.briefing, count(*) as n, count(s.exchange) as k
        from slice as x
        cross join sought as q
        left join said as s on s.exchange = x.exchange and s.place = q.place
        group by all
    ),
    total as (
        select
            place,
            query,
            series,
            period,
            count(*) as briefings,
            sum(n)::integer as n,
            sum(k)::integer as k,
            sum(k) / sum(n) as share,
            sum(k * k) - 2 * share * sum(k * n) + share * share * sum(n * n) as residuals
        from cluster
        group by place, query, series, period
    ),
    effective as (select *, n / design_effect(share, n, briefings, residuals) as effective_n from total),
    reach as (
        select s.series, max(b.day) as last_day
        from (select distinct series, source from slice) as s
        join briefing as b using (source)
        where b.standing in ('counted', 'echo')
        group by all
    )
select
    period,
    $grain as grain,
    query,
    query as title,
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
from effective
join reach using (series)
order by place, sum(k) over (partition by place, series) desc, series, period
