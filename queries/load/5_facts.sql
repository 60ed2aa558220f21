-- The fact tables: statements, what exchanges are about, and the words that say so.
insert into built.statement
select
    k.statement, k.turn, k.exchange, k.briefing, s.position, b.day, b.ministry, b.source, p.speaker, b.standing, s.role,
    s.mode, s.span_start, s.span_end, s.words, s.text, s.tokens,
from staged.statement as s
join staged.statement_key as k using (sha256, position)
join built.briefing as b on b.briefing = k.briefing
left join built.speaker as p on p.name = s.speaker
order by k.statement;

insert into built.exchange_topic
select t.topic, e.exchange, e.briefing, e.day, e.ministry, e.source, x.speaker, e.standing,
from (select exchange, briefing, day, ministry, source, standing, unnest(topics) as id from staged.exchange_key) as e
join built.topic as t on t.id = e.id
join built.exchange as x on x.exchange = e.exchange
order by t.topic, e.exchange;

insert into built.topic_hit
select t.topic, k.exchange, k.statement, k.briefing, h.term, h.span_start, h.span_end,
from staged.topic_hit as h
join staged.statement_key as k on k.sha256 = h.sha256 and k.position = h.statement
join built.topic as t on t.id = h.topic
order by t.topic, h.span_start, k.statement;

insert into built.page select * from staged.page order by name, record, sha256, path;

insert into built.speech
select exchange, role, speaker, briefing, sum(words) from built.statement group by all order by exchange, role, speaker;
