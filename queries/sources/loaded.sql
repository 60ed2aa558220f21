-- What was loaded
-- one row per: source and ministry
-- Pages read as this source, in any standing; briefings, exchanges and statements are those of the slice.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    read as (
        select
            b.source,
            b.ministry,
            count(*) as pages,
            count(distinct b.briefing) filter (b.standing <> 'counted') as left_out,
        from page as p
        join briefing as b using (sha256)
        group by all
    ),
    held as (
        select
            source,
            ministry,
            count(distinct briefing) as briefings,
            count(*) as exchanges,
            sum(statements)::bigint as statements,
            sum(words)::bigint as words,
            min(day) as first_day,
            max(day) as last_day,
            count(distinct briefing) filter (day is null) as undated,
        from slice
        group by all
    )
select
    s.id as source,
    m.id as ministry,
    s.name as source_name,
    m.name as ministry_name,
    r.pages,
    coalesce(h.briefings, 0) as briefings,
    r.left_out,
    h.first_day,
    h.last_day,
    coalesce(h.undated, 0) as undated,
    coalesce(h.exchanges, 0) as exchanges,
    coalesce(h.statements, 0) as statements,
    coalesce(h.words, 0) as words,
from read as r
join source as s using (source)
join ministry as m using (ministry)
left join held as h on h.source = r.source and h.ministry = r.ministry
order by r.pages desc, s.id, m.id
