-- Briefings
-- one row per: briefing
-- Exchanges, statements and words are those of the slice: with the spokespersons' words chosen, only theirs.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    held as (
        select briefing, count(*) as exchanges, sum(statements)::bigint as statements, sum(words)::bigint as words
        from slice
        group by all
    )
select
    b.day,
    m.id as ministry,
    b.headline,
    b.spokespersons,
    h.exchanges,
    h.statements,
    h.words,
    s.id as source,
    b.city,
    b.agency,
    b.publication_date,
    b.date_source,
    b.standing::varchar as standing,
    b.id as briefing_id,
    b.url,
    b.name as file,
    b.sha256,
from held as h
join briefing as b using (briefing)
join ministry as m using (ministry)
join source as s using (source)
order by b.briefing
limit $page_size
offset $skipped
