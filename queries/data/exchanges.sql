-- Exchanges
-- one row per: exchange
-- With the spokespersons' words chosen, statements and words are only theirs; the outlet is the first that asked.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    topics as (
        select e.exchange, list(t.id order by t.id) as topics
        from exchange_topic as e
        join topic as t using (topic)
        group by all
    )
select
    h.day,
    m.id as ministry,
    h.kind,
    p.name as spokesperson,
    o.name as outlet,
    coalesce(t.topics, []) as topics,
    h.statements,
    h.words,
    s.id as source,
    b.headline,
    b.id as briefing_id,
    x.position,
from slice as h
join exchange as x using (exchange)
join briefing as b on b.briefing = h.briefing
join ministry as m on m.ministry = h.ministry
join source as s on s.source = h.source
left join topics as t on t.exchange = h.exchange
left join speaker as p on p.speaker = h.speaker
left join outlet as o on o.outlet = h.outlet
order by h.exchange
limit $page_size
offset $skipped
