-- The statements behind Home
-- one row per: statement
-- Of a day or days, a briefing or a slice: the first statement of each exchange in the voice chosen. Of a statement:
-- itself.
with
    slice as (
        select exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where
            ($day is null or day between $day and coalesce($to_day, $day))
            and ($briefing_id is null or briefing in (select b.briefing from briefing as b where b.id = $briefing_id))
    ),
    found as (
        select min(s.statement) as statement, null::struct("first" integer, "last" integer)[] as spans
        from statement as s
        join slice using (exchange)
        where ($whose is null or s.role = $whose) and ($statement is null or s.statement = $statement::uinteger)
        group by s.exchange
    )
select
    briefing_id,
    statement,
    exchange,
    briefing,
    position,
    day,
    ministry,
    speaker,
    role,
    outlet,
    headline,
    text,
    marks,
    words,
from quotations('found')
order by day desc nulls last, briefing desc, position
limit $page_size
offset $skipped
