-- Where statements stand
-- one row per: statement
-- Those whose keys are given: who made them, when, and their place in their briefing.
select s.statement, b.id as briefing_id, s.position, s.day, p.name as speaker, s.role, s.text,
from statement as s
join briefing as b using (briefing)
left join speaker as p on p.speaker = s.speaker
where s.statement in (select unnest($statements::uinteger[]))
order by s.statement
