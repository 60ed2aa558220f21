-- Pairs of a wording and a target that nothing is known of yet.
select coalesce(m.country, m.name) as government, s.text, n.statement, n.target
from staged.naming as n
anti join staged.judged as j on j.statement = n.statement and j.target = n.target
join built.statement as s on s.statement = n.statement
join built.ministry as m using (ministry)
order by n.statement, n.target
