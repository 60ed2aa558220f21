-- With which topics a formulation is used
-- one row per: topic
-- Exchanges that use it and are about the topic. share: of those that use it. ratio:
-- over the share of all exchanges
-- that are about the topic, above 1 more often than by chance.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    said as (
        select u.exchange, count(*) as uses
        from uses_of($phrase) as u
        join slice using (exchange)
        where $whose is null or u.role = $whose::voice
        group by all
    ),
    part as (
        select e.topic, sum(d.uses)::bigint as uses, count(*) as exchanges
        from said as d
        join exchange_topic as e using (exchange)
        group by all
    ),
    sizes as (select (select count(*) from said) as "of", (select count(*) from slice) as all_exchanges),
    whole as (select e.topic, count(*) as n from exchange_topic as e join slice using (exchange) group by all)
select
    $phrase as phrase,
    t.id as topic,
    t.title,
    p.uses,
    p.exchanges,
    n."of",
    p.exchanges / n."of" as share,
    p.exchanges / n."of" / (w.n / n.all_exchanges) as ratio,
from part as p
cross join sizes as n
join whole as w using (topic)
join topic as t using (topic)
order by p.exchanges desc, t.title
