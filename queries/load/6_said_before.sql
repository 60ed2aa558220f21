-- For every statement that an earlier one, of another day, matches word for word or nearly: the first such.
insert into built.said_before
with
    first_said as (
        select tokens, min(statement) as statement, min(day) as day from built.statement where standing = 'counted' group by tokens
    ),
    same as (
        select s.statement, f.statement as earlier, 1.0 as likeness
        from built.statement as s
        join first_said as f using (tokens)
        where s.standing in ('counted', 'echo') and f.day < s.day
    ),
    near as (
        select s.statement, n.earlier, n.likeness
        from staged.near as n
        join built.statement as t on t.statement = n.statement
        join built.statement as s on s.tokens = t.tokens
        join built.statement as e on e.statement = n.earlier
        where s.standing in ('counted', 'echo') and e.day < s.day
    )
select statement, arg_min(earlier, (earlier, -likeness)), arg_min(likeness, (earlier, -likeness))
from (
    from same
    union all
    from near
)
group by statement
order by statement
