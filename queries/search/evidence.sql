-- The statements behind the words looked for
-- one row per: statement
-- Of the exchanges that the clicked row counts: the statements that hold its query.
with
    slice as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join ministry as m using (ministry)
        left join speaker as p using (speaker)
        where
            ($period is null or date_trunc($grain, x.day) = $period)
            and (coalesce($series, '') = '' or $series in (m.name, coalesce(p.name, 'no spokesperson')))
    ),
    sought as (select unnest($queries::varchar[]) as query, unnest(range(len($queries::varchar[]))) as place),
    found as (
        select s.statement, min(q.query) as query,
        from holding($sought) as h
        join sought as q on q.place = h.query
        join statement as s using (statement)
        where
            ($query is null or q.query = $query)
            and s.exchange in (select exchange from slice)
            and ($whose is null or s.role = $whose)
        group by s.statement
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
    f.query,
    s.words,
from statement as s
join found as f using (statement)
join briefing as b on b.briefing = s.briefing
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
order by s.day desc nulls last, s.statement
limit $page_size
offset $skipped
