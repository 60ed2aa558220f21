-- Topic hits
-- one row per: topic and place in a statement
-- Words of the lexicon anywhere in the statements of the slice, whether or not they make the exchange about the topic.
with slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes))
select
    s.day,
    m.id as ministry,
    t.id as topic,
    h.term,
    substr(s.text, h.span_start - s.span_start + 1, h.span_end - h.span_start) as words,
    e.topic is not null as exchange_is_about_it,
    s.text as statement,
    p.name as speaker,
    s.role,
    b.id as briefing_id,
    s.position,
    h.span_start,
    h.span_end,
from topic_hit as h
join slice as x using (exchange)
join statement as s using (statement)
join topic as t on t.topic = h.topic
join briefing as b on b.briefing = h.briefing
join ministry as m on m.ministry = s.ministry
left join exchange_topic as e on e.topic = h.topic and e.exchange = h.exchange
left join speaker as p on p.speaker = s.speaker
where $whose is null or s.role = $whose
order by s.statement, h.span_start, h.span_end, t.id, h.term
limit $page_size
offset $skipped
