-- Who asks about a topic
-- one row per: topic and outlet
-- Exchanges about the topic that the outlet opened, among all such with a named outlet (of), and among all that the
-- outlet opened (asked). 95% intervals: Wilson's on the effective n.
with
    slice as (
        select x.exchange, x.briefing, o.name as outlet
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join outlet as o using (outlet)
    ),
    frequent as (
        select e.topic
        from exchange_topic as e
        join slice using (exchange)
        group by all
        order by count(*) desc, e.topic
        limit 5
    ),
    about as (
        select t.id, t.title, s.outlet, s.briefing
        from exchange_topic as e
        join slice as s using (exchange)
        join topic as t on t.topic = e.topic
        where case when $topics is null then t.topic in (from frequent) else list_contains($topics, t.id) end
    ),
    asked as (select outlet, count(*) as n from slice group by all),
    named as (select id, count(*) as n from about group by all),
    named_size as (select id, briefing, count(*) as n from about group by all),
    cluster as (select id, count(*) as clusters, sum(n * n) as nn from named_size group by all),
    cell as (select id, title, outlet, briefing, count(*) as k from about group by all),
    found as (
        select c.id, c.title, c.outlet, sum(c.k) as k, sum(c.k * c.k) as kk, sum(c.k * s.n) as kn
        from cell as c
        join named_size as s using (id, briefing)
        group by all
    ),
    shares as (
        select
            f.id,
            f.title,
            f.outlet,
            f.k,
            m.n,
            f.k / m.n as share,
            a.n as asked,
            effective_n(share, m.n, c.clusters, f.kk, f.kn, c.nn) as effective_n,
        from found as f
        join named as m using (id)
        join cluster as c using (id)
        join asked as a using (outlet)
    )
select
    id as topic,
    title,
    outlet,
    k::integer as exchanges,
    n::integer as "of",
    share,
    wilson_low(share, effective_n) as low,
    wilson_high(share, effective_n) as high,
    effective_n,
    asked::integer as asked,
    k / asked as share_of_asked,
from shares
order by sum(k) over (partition by id) desc, id, k desc, outlet
