-- The same statements: in which slices they are, and whether someone speaks for the government in their exchange.
select s.exchange, s.ministry, s.source, s.standing = 'counted' as counted, x.spoken > 0 as answered,
from built.statement as s
join built.exchange as x using (exchange)
where s.standing in ('counted', 'echo')
order by s.statement
