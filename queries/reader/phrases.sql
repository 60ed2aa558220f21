-- The recurring phrases of a briefing
-- one row per: statement
-- Phrases of three words and more, of several that lie within one another only the longest; names of persons and
-- offices
-- are left out. Marks count characters from the beginning of the statement.
with
    used as (
        select u.statement, u.start, u.start + u.length as beyond, p.tokens, p.briefings
        from phrase_use as u
        join phrase as p using (phrase)
        where u.briefing = $briefing_key and u.length >= 3 and not p.named
    ),
    longest as (
        select *
        from used as u
        where
            not exists (
                from used as l
                where
                    l.statement = u.statement
                    and l.start <= u.start
                    and l.beyond >= u.beyond
                    and l.beyond - l.start > u.beyond - u.start
            )
    )
select
    s.position,
    list(
        {'span':word_span(word_pieces(s.text), l.start, l.beyond - l.start), 'phrase':l.tokens, 'briefings':l.briefings}
        order by l.start
    ) as phrases,
from longest as l
join statement as s using (statement)
group by s.position
order by s.position
