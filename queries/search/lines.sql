-- Concordance
-- one row per: statement
-- Statements of the slice that hold the query. Contexts are those of the first hit, from it outwards; ties by day.
-- By date, only the days from that of the last line shown on are looked up: statements stand in the order of their
-- days.
with
    found as materialized(
        select statement, start, stop,
        from
            holding_in(
                $sought, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
            )
    ),
    dated as (
        select f.statement,
        from found as f
        where f.statement < (select coalesce(min(statement), 4294967295) from day_begin where day is null)
        order by f.statement desc
        limit coalesce($page_size + $skipped, 4294967295)
    ),
    edge as (
        select case when $sort in ('left', 'right', 'speaker') then null else max(d.statement) end as statement,
        from day_begin as d
        where d.statement <= (select min(statement) from dated) and (select count(*) from dated) = $page_size + $skipped
    ),
    line as (
        select
            s.*,
            case
                when $sort = 'left' and f.start > 0
                then list_reverse(string_split(lower(trim(s.tokens)), ' ')[:f.start])
            end as before,
            case
                when $sort = 'right' then nullif(string_split(lower(trim(s.tokens)), ' ')[f.stop + 1:], [])
            end as behind,
        from found as f
        join statement as s using (statement)
        where f.statement >= coalesce((select statement from edge), 0)
    )
select
    l.day,
    m.id as ministry,
    src.id as source,
    p.name as speaker,
    l.role,
    o.name as outlet,
    b.headline,
    l.text,
    b.id as briefing_id,
    l.position,
    l.exchange,
    l.briefing,
    l.statement,
    (select count(*) from found) as total,
from line as l
join briefing as b on b.briefing = l.briefing
join ministry as m on m.ministry = l.ministry
join source as src on src.source = l.source
left join turn as t on t.turn = l.turn
left join speaker as p on p.speaker = l.speaker
left join outlet as o on o.outlet = t.outlet
order by
    case when $sort = 'left' then l.before end nulls last,
    case when $sort = 'right' then l.behind end nulls last,
    case when $sort = 'speaker' then p.name end nulls last,
    l.day desc nulls last,
    l.statement
limit $page_size
offset $skipped
