-- Words over time: share of exchanges
-- one row per: query and period (and ministry or spokesperson, where split)
-- Exchanges in which one statement holds every word of the query (hits) among all of the period. 95% interval: Wilson's on the effective n. A period without briefings has no row.
with
    slice as (
        from timed(
            $grain, $split, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
        )
    ),
    sought as (
        select unnest($queries::varchar[]) as query, unnest($needles::varchar[][]) as runs, generate_subscripts($queries::varchar[], 1) as place
    ),
    reach as (select source, max(day) as last_day from briefing where standing in ('counted', 'echo') group by all),
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
    said as (
        select distinct q.place, s.exchange
        from statement as s
        join sought as q on list_bool_and([contains(s.tokens, x) for x in q.runs])
        where $whose is null or s.role = $whose
    ),
    found as (
        select said.place, s.series, s.period, s.briefing, count(*) as k
        from slice as s
        join said using (exchange)
        group by all
    ),
    period_found as (
        select place, series, period, sum(k)::integer as k, sum(k * k)::integer as kk, sum(k * n)::integer as kn
        from found
        join size using (series, period, briefing)
        group by all
    ),
    shares as (
        select
            q.place, q.query, p.series, p.period, p.briefings, p.n, coalesce(f.k, 0) as k, coalesce(f.k, 0) / p.n as share,
            p.n / design_effect(
                coalesce(f.k, 0) / p.n,
                p.n,
                p.briefings,
                coalesce(f.kk - 2 * f.k / p.n * f.kn + (f.k / p.n) ** 2 * p.nn, 0)
            ) as effective_n,
        from period_size as p
        cross join sought as q
        left join period_found as f on f.place = q.place and f.series = p.series and f.period = p.period
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
from shares
join series_end using (series)
order by place, sum(k) over (partition by place, series) desc, series, period
