-- The latest briefings
-- one row per: briefing
-- The ten last by day, with what their exchanges are about, most spoken of first. Undated briefings are not among them.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    latest as (
        select briefing, count(*) as exchanges
        from slice
        where day is not null
        group by briefing
        order by any_value(day) desc, briefing desc
        limit 10
    ),
    about as (
        select s.briefing, t.title, count(*) as k
        from slice as s
        join latest as l using (briefing)
        join exchange_topic as e using (exchange)
        join topic as t using (topic)
        group by all
    )
select
    b.id as briefing_id,
    b.day,
    m.name as ministry,
    b.spokespersons as speakers,
    b.headline,
    l.exchanges,
    coalesce((select list(title order by k desc, title) from about as a where a.briefing = b.briefing), []) as topics,
from latest as l
join briefing as b using (briefing)
join ministry as m on m.ministry = b.ministry
order by b.day desc, b.briefing desc
