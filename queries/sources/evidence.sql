-- The statements behind what was loaded
-- one row per: statement
-- Of the clicked source and ministry.
with
    slice as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join source as s using (source)
        join ministry as m using (ministry)
        where ($source is null or s.id = $source) and ($ministry is null or m.id = $ministry)
    ),
    found as (
        select s.statement, null::struct("first" integer, "last" integer)[] as spans
        from statement as s
        join slice using (exchange)
        where $whose is null or s.role = $whose
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
