-- The words of two versions
-- one row per: version and turn
-- What each version says, turn by turn, to compare them.
select s.briefing, t.position, any_value(t.kind) as kind, string_agg(s.text, ' ' order by s.position) as text,
from statement as s
join turn as t using (turn)
where s.briefing in ($earlier, $later)
group by s.briefing, t.position
order by s.briefing, t.position
