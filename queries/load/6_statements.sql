-- The same statements: their keys, their briefings, and whether these count.
select statement, briefing, standing = 'counted' as counted,
from built.statement
where standing in ('counted', 'echo')
order by statement
