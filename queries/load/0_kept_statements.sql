-- The statements of one briefing with their turns and exchanges.
select
    x.position,
    x.kind,
    t.position,
    t.kind,
    t.role,
    tp.name,
    o.name,
    t.label,
    s.span_start,
    s.span_end,
    sp.name,
    s.role,
    s.mode
from old.statement as s
join old.turn as t using (turn)
join old.exchange as x on x.exchange = s.exchange
left join old.speaker as tp on tp.speaker = t.speaker
left join old.speaker as sp on sp.speaker = s.speaker
left join old.outlet as o on o.outlet = t.outlet
where s.briefing = $1
order by s.statement
