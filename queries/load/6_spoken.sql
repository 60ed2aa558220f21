-- Everything said for a government, each wording once: the first statement that has it, and its number.
select coalesce(m.country, m.name) as government, s.text, min(s.statement) as statement,
from built.statement as s
join built.ministry as m using (ministry)
where s.role = 'spokesperson'
group by all
order by statement
