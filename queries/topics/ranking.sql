-- Topics by frequency
-- one row per: topic
-- Exchanges about the topic among all (of). 95% interval: Wilson's on the effective n. change: percentage points against as many days before; only where dates are chosen and briefings reach back that far.
with
    slice as (
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    span as (
        select
            coalesce($until_day, max(day)) - $since + 1 as days,
            $since - (coalesce($until_day, max(day)) - $since + 1)::integer as first_before,
        from slice
    ),
    past as (
        select x.exchange, x.day
        from scope(null, $since - 1, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        where $since is not null and x.day is not null
    ),
    -- A weekend and a holiday may lie between the first day of the span and the first briefing in it.
    before as (
        select exchange
        from past
        where day >= (select first_before from span) and (select min(day) from past) <= (select first_before from span) + 7
    ),
    before_size as (select count(*) as n from before),
    before_found as (select e.topic, count(*) as k from before join exchange_topic as e using (exchange) group by all),
    size as (select briefing, count(*) as n from slice group by all),
    total as (select count(*) as briefings, coalesce(sum(n), 0)::integer as n, sum(n * n)::integer as nn from size),
    found as (
        select e.topic, s.briefing, count(*) as k, min(s.day) as first_day, max(s.day) as last_day
        from slice as s join exchange_topic as e using (exchange) group by all
    ),
    topic_found as (
        select topic, sum(k)::integer as k, sum(k * k)::integer as kk, sum(k * n)::integer as kn,
            min(first_day) as first_day, max(last_day) as last_day,
        from found join size using (briefing) group by all
    ),
    month as (select date_trunc('month', day) as month, count(*) as n from slice where day is not null group by all),
    month_found as (
        select e.topic, date_trunc('month', s.day) as month, count(*) as k
        from slice as s join exchange_topic as e using (exchange) group by all
    ),
    trend as (
        select t.topic, list(coalesce(f.k, 0) / m.n order by m.month) as trend
        from topic as t cross join month as m left join month_found as f on f.topic = t.topic and f.month = m.month
        group by all
    ),
    shares as (
        select
            t.topic, t.id, t.title, f.first_day, f.last_day, coalesce(f.k, 0) as k, a.n, k / nullif(a.n, 0) as share,
            a.n / design_effect(
                share, a.n, a.briefings, coalesce(f.kk - 2 * f.k / a.n * f.kn + (f.k / a.n) ** 2 * a.nn, 0)
            ) as effective_n,
        from topic as t cross join total as a left join topic_found as f using (topic)
    )
select
    s.id as topic, s.title, s.k as exchanges, s.n as "of", s.share,
    wilson_low(s.share, s.effective_n) as low,
    wilson_high(s.share, s.effective_n) as high,
    s.effective_n,
    100 * (s.share - coalesce(b.k, 0) / nullif(z.n, 0)) as change,
    case when $since is null then 'no dates chosen' when z.n = 0 then 'no previous span' else '' end as note,
    s.first_day, s.last_day, t.trend,
from shares as s
cross join before_size as z
left join before_found as b using (topic)
left join trend as t using (topic)
order by exchanges desc, s.title
