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
    dated as materialized(
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
            s.statement,
            s.day,
            case
                when $sort = 'left' and f.start > 0
                then list_reverse(string_split(lower(trim(s.tokens)), ' ')[:f.start])
            end as before,
            case
                when $sort = 'right' then nullif(string_split(lower(trim(s.tokens)), ' ')[f.stop + 1:], [])
            end as behind,
            case when $sort = 'speaker' then p.name end as name,
        from found as f
        join statement as s using (statement)
        left join speaker as p using (speaker)
        where f.statement >= coalesce((select statement from edge), 0)
        order by before nulls last, behind nulls last, name nulls last, s.day desc nulls last, s.statement
        limit $page_size
        offset $skipped
    )
select
    s.day,
    m.id as ministry,
    src.id as source,
    p.name as speaker,
    s.role,
    o.name as outlet,
    b.headline,
    s.text,
    b.id as briefing_id,
    s.position,
    s.exchange,
    s.briefing,
    s.statement,
    (select count(*) from found) as total,
from line as l
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
join source as src on src.source = s.source
left join turn as t on t.turn = s.turn
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = t.outlet
order by l.before nulls last, l.behind nulls last, l.name nulls last, l.day desc nulls last, l.statement
