-- Statements
-- one row per: statement
-- Offsets count characters from 0 into the briefing's whole page text; topics are those of the statement's exchange.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    topics as (
        select e.exchange, list(t.id order by t.id) as topics
        from exchange_topic as e
        join topic as t using (topic)
        group by all
    )
select
    s.day,
    m.id as ministry,
    p.name as speaker,
    s.role,
    s.text,
    coalesce(t.topics, []) as topics,
    o.name as outlet,
    s.mode,
    u.kind as turn,
    s.words,
    src.id as source,
    b.headline,
    b.id as briefing_id,
    x.position as exchange,
    s.position,
    s.span_start,
    s.span_end,
from slice as h
join statement as s using (exchange)
join exchange as x on x.exchange = s.exchange
left join turn as u on u.turn = s.turn
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
join source as src on src.source = s.source
left join topics as t on t.exchange = s.exchange
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where $whose is null or s.role = $whose
order by s.statement
limit $page_size
offset $skipped
