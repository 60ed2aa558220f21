-- Topics by frequency
-- one row per: topic
-- Exchanges about the topic among all (of). 95% interval: Wilson's on the effective n. change: percentage points
-- against as many days before; only where dates are chosen and briefings reach back that far.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    past as (
        from scope(null, $since::date - 1, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where $since is not null and day is not null
    ),
    span as (
        select $since::date - (coalesce($until_day, max(day)) - $since::date + 1)::integer as first_before from slice
    ),
    -- A weekend and a holiday may lie between the first day of the span and the first briefing in it.
    before as (
        select exchange, count(*) over () as n
        from past
        cross join span
        where day >= first_before and (select min(day) from past) <= first_before + 7
    ),
    before_part as (select topic, count(*) as k from before join exchange_topic using (exchange) group by all),
    size as (select briefing, any_value(day) as day, count(*) as n from slice group by all),
    whole as (select count(*) as briefings, coalesce(sum(n), 0)::integer as n, sum(n * n) as nn from size),
    found as (
        select t.topic, s.briefing, any_value(s.day) as day, any_value(size.n) as n, count(*) as k
        from slice as s
        join exchange_topic as t using (exchange)
        join size on size.briefing = s.briefing
        group by all
    ),
    part as (
        select
            topic, sum(k)::integer as k, sum(k * k) as kk, sum(k * n) as kn, min(day) as first_day, max(day) as last_day
        from found
        group by all
    ),
    month as (select date_trunc('month', day) as month, sum(n) as n from size where day is not null group by all),
    month_part as (select topic, date_trunc('month', day) as month, sum(k) as k from found group by all),
    trend as (
        select topic, list(coalesce(k, 0) / n order by month) as trend
        from topic
        cross join month
        left join month_part using (topic, month)
        group by all
    ),
    shares as (
        select
            id,
            title,
            n,
            coalesce(part.k, 0) as exchanges,
            exchanges / nullif(n, 0) as share,
            effective_n(share, n, briefings, kk, kn, nn) as worth,
            100 * (share - coalesce(before_part.k, 0) / (select any_value(n) from before)) as change,
            first_day,
            last_day,
            trend,
        from topic
        cross join whole
        left join part using (topic)
        left join before_part using (topic)
        left join trend using (topic)
    )
select
    id as topic,
    title,
    exchanges,
    n as "of",
    share,
    wilson_low(share, worth) as low,
    wilson_high(share, worth) as high,
    worth as effective_n,
    change,
    case when $since is null then 'no dates chosen' when change is null then 'no previous span' else '' end as note,
    first_day,
    last_day,
    trend,
from shares
order by exchanges desc, title
