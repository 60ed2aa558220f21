-- The statements behind words that no topic covers
-- one row per: statement
-- Of the days' exchanges without any topic: the statements that hold the word or phrase, in the voice chosen.
with
    slice as (
        select exchange
        from scope(null, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where day between $from_day and $to_day and exchange not in (select exchange from exchange_topic)
    ),
    holding as (
        select statement
        from uses_of($term)
        where contains($term, ' ')
        union all
        select statement
        from statement
        where not contains($term, ' ') and contains(tokens, ' ' || $term || ' ')
    ),
    found as (
        select distinct s.statement, null::struct("first" integer, "last" integer)[] as spans
        from statement as s
        join slice using (exchange)
        join holding using (statement)
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
    '"' || $term || '"' as query,
from quotations('found')
order by day desc nulls last, briefing desc, position
limit $page_size
offset $skipped
