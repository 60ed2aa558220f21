-- The same statements: in which slices they are (-1: in none of the kind), and whether someone speaks for the
-- government
-- in their exchange.
select
    s.exchange,
    s.ministry::integer as ministry,
    s.source::integer as source,
    coalesce(x.speaker::integer, -1) as spokesperson,
    coalesce(year(s.day), -1)::integer as "year",
    s.standing = 'counted' as counted,
    x.spoken > 0 as answered,
from built.statement as s
join built.exchange as x using (exchange)
where s.standing in ('counted', 'echo')
order by s.statement
