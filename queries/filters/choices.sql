-- What the filters can select
-- one row per: kind of choice and choice
-- Only what the briefings that count hold, the most frequent first; targets by stances.
with
    counted as (select * from exchange where standing in ('counted', 'echo')),
    ministries as (
        select 'ministry' as kind, m.id, m.name, count(*) as exchanges
        from counted
        join ministry as m using (ministry)
        group by all
    ),
    sources as (
        select 'source' as kind, s.id, s.name, count(*) as exchanges
        from counted
        join source as s using (source)
        group by all
    ),
    spokespersons as (
        select 'spokesperson' as kind, p.name as id, p.name, count(*) as exchanges
        from counted
        join speaker as p using (speaker)
        group by all
    ),
    topics as (
        select 'topic' as kind, t.id, t.title as name, count(e.exchange) as exchanges
        from topic as t
        left join exchange_topic as e using (topic)
        group by all
    ),
    targets as (
        select 'target' as kind, t.id, t.title as name, count(*) as exchanges
        from stance as k
        join target as t using (target)
        where k.standing in ('counted', 'echo')
        group by all
    )
select kind, id, name, exchanges,
from
    (
        from ministries
        union all
        from sources
        union all
        from spokespersons
        union all
        from topics
        union all
        from targets
    )
order by kind, exchanges desc, name
