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
select 'statements lost on the way', (select count(*) from staged.statement) - count(*)
from built.statement
having (select count(*) from staged.statement) <> count(*)
union all
select 'turns lost on the way', (select count(*) from staged.turn) - count(*)
from built.turn
having (select count(*) from staged.turn) <> count(*)
union all
select 'topic hits lost on the way', (select count(*) from staged.topic_hit) - count(*)
from built.topic_hit
having (select count(*) from staged.topic_hit) <> count(*)
