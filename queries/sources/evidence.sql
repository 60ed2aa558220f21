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
    )
select
    s.statement,
    s.exchange,
    s.briefing,
    b.id as briefing_id,
    s.position,
    s.day,
    m.name as ministry,
    p.name as speaker,
    s.role,
    o.name as outlet,
    b.headline,
    s.text,
    []::struct("first" integer, "last" integer)[] as marks,
    s.words,
from statement as s
join briefing as b on b.briefing = s.briefing
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where s.exchange in (select exchange from slice) and ($whose is null or s.role = $whose)
order by s.day desc nulls last, s.statement
limit $page_size
offset $skipped
