-- The rows of the briefings that stay.
insert into staged.turn
select o.sha256, t.position, x.position, t.kind, t.role, p.name, u.name, t.label,
from old.turn as t
join staged.old_briefing as o using (briefing)
join old.exchange as x using (exchange)
left join old.speaker as p on p.speaker = t.speaker
left join old.outlet as u on u.outlet = t.outlet;

insert into staged.statement
select
    o.sha256, s.position, t.position, x.position, p.name, s.role, s.mode, s.span_start, s.span_end, s.words, s.text, s.tokens,
from old.statement as s
join staged.old_briefing as o using (briefing)
join old.turn as t using (turn)
join old.exchange as x on x.exchange = s.exchange
left join old.speaker as p on p.speaker = s.speaker;

insert into staged.exchange
select
    o.sha256, x.position, x.kind,
    coalesce((
        select list(t.id order by t.id) from old.exchange_topic as e join old.topic as t using (topic) where e.exchange = x.exchange
    ), []),
from old.exchange as x
join staged.old_briefing as o using (briefing);

insert into staged.topic_hit
select o.sha256, s.position, x.position, t.id, h.term, h.span_start, h.span_end,
from old.topic_hit as h
join staged.old_briefing as o using (briefing)
join old.statement as s using (statement)
join old.exchange as x on x.exchange = h.exchange
join old.topic as t on t.topic = h.topic;

insert into staged.briefing
select
    o.sha256, o.source, o.ministry, b.day, b.publication_date, b.date_source, b.language, b.headline, b.city, b.agency,
    b.spokespersons, b.body, b.words, b.sketch, b.text,
from old.briefing as b
join staged.old_briefing as o using (briefing);
