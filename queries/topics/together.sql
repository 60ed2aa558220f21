-- Topics spoken of together
-- one row per: pair of topics
-- Exchanges about both, and how many would be if the two were independent (expected). ratio: both over
-- expected, above 1 more often than by chance.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    about as (
        select t.topic, t.id, t.title, e.exchange
        from exchange_topic as e
        join slice using (exchange)
        join topic as t on t.topic = e.topic
    ),
    frequency as (select id, count(*) as n from about group by all),
    pair as (
        select a.id, a.title, b.id as other, b.title as other_title, count(*) as both
        from about as a
        join about as b on a.exchange = b.exchange and a.id <> b.id
        group by all
    ),
    total as (select count(*) as n from slice)
select
    p.id as topic,
    p.title,
    p.other,
    p.other_title,
    p.both,
    a.n as about_topic,
    b.n as about_other,
    t.n as exchanges,
    a.n * b.n / t.n as expected,
    p.both / expected as ratio,
from pair as p
join frequency as a on a.id = p.id
join frequency as b on b.id = p.other
cross join total as t
-- Each pair once, a chosen topic first.
where
    case
        when $topics is null
        then p.id < p.other
        else list_contains($topics, p.id) and (p.id < p.other or not list_contains($topics, p.other))
    end
order by p.both - expected desc, p.id, p.other
