-- Forms of answers
-- one row per: answer
-- By the id of its briefing and its place there, to be compared with labels.
select b.id as briefing_id, x.position, a.form::varchar as form
from answer as a
join exchange as x using (exchange)
join briefing as b on b.briefing = x.briefing
where a.standing = 'counted'
