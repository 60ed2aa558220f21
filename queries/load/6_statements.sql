-- The same statements: their keys, their briefings numbered without gaps, and in which voice they are.
with
    held as (
        select briefing, row_number() over (order by briefing) - 1 as number
        from built.briefing
        where standing in ('counted', 'echo')
    )
select
    s.statement,
    s.exchange,
    s.briefing,
    held.number,
    array_position(enum_range(null::built.voice), s.role::built.voice) - 1 as voice,
from built.statement as s
join held using (briefing)
order by s.statement
