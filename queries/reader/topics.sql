-- What the exchanges of a briefing are about
-- one row per: exchange and topic
-- Exchanges by their place in the briefing.
select x.position as exchange, t.id as topic, t.title,
from exchange_topic as e
join exchange as x using (exchange)
join topic as t using (topic)
where e.briefing = $briefing_key
order by x.position, t.title
