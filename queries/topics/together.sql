-- Topics spoken of together
-- one row per: pair of topics
-- Exchanges about both, and how many would be if the two were independent (expected). ratio: both over
-- expected, above 1 more often than by chance.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    about as (select e.topic, e.exchange from exchange_topic as e join slice using (exchange)),
    frequency as (select topic, count(*) as n from about group by all),
    pair as (
        select a.topic, b.topic as other, count(*) as both
        from about as a
        join about as b on a.exchange = b.exchange and a.topic <> b.topic
        group by all
    ),
    total as (select count(*) as n from slice)
select
    ta.id as topic,
    ta.title,
    tb.id as other,
    tb.title as other_title,
    p.both,
    a.n as about_topic,
    b.n as about_other,
    t.n as exchanges,
    a.n * b.n / t.n as expected,
    p.both / expected as ratio,
from pair as p
join frequency as a on a.topic = p.topic
join frequency as b on b.topic = p.other
join topic as ta on ta.topic = p.topic
join topic as tb on tb.topic = p.other
cross join total as t
-- Each pair once, a chosen topic first.
where
    case
        when $topics is null
        then ta.id < tb.id
        else list_contains($topics, ta.id) and (ta.id < tb.id or not list_contains($topics, tb.id))
    end
order by p.both - expected desc, ta.id, tb.id
