-- What must hold before a new database replaces the old one; one row per broken rule.
with
    step as (select greatest(1, floor(count(*) / 1000)) as step from built.statement),
    picked as (select s.* from built.statement as s, step where s.statement % step.step = 0)
select 'statements whose offsets do not give their words' as problem, count(*) as rows
from picked as s
join built.briefing as b using (briefing)
where substr(b.text, s.span_start + 1, s.span_end - s.span_start) <> s.text
having count(*) > 0
union all
select 'pages without a briefing or a reason', count(*)
from built.page as p
where p.reason is null and p.sha256 not in (select sha256 from built.briefing)
having count(*) > 0
union all
select 'statements lost on the way', any_value(a.statements) - (select count(*) from built.statement) as lost
from staged.arrived as a
having lost <> 0
union all
select 'turns lost on the way', any_value(a.turns) - (select count(*) from built.turn) as lost
from staged.arrived as a
having lost <> 0
union all
select 'topic hits lost on the way', any_value(a.topic_hits) - (select count(*) from built.topic_hit) as lost
from staged.arrived as a
having lost <> 0
