-- The statements behind words that no topic covers
-- one row per: statement
-- Of the days' exchanges without any topic: the statements that hold the word or phrase, in the voice chosen.
with
    slice as (
        select exchange
        from scope(null, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where day between $from_day and $to_day and exchange not in (select exchange from exchange_topic)
    ),
    found as (
        select statement
        from uses_of($term)
        where contains($term, ' ')
        union all
        select statement
        from statement
        where not contains($term, ' ') and contains(tokens, ' ' || $term || ' ')
    )
select
    b.id as briefing_id,
    s.statement,
    s.exchange,
    s.briefing,
    s.position,
    s.day,
    m.name as ministry,
    p.name as speaker,
    s.role,
    o.name as outlet,
    b.headline,
    s.text,
    []::struct("first" integer, "last" integer)[] as marks,
    '"' || $term || '"' as query,
    s.words,
from statement as s
join briefing as b using (briefing)
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where
    s.exchange in (from slice) and s.statement in (select statement from found) and ($whose is null or s.role = $whose)
order by s.day desc nulls last, s.briefing desc, s.position
limit $page_size
offset $skipped
