-- One briefing
-- one row per: briefing
-- Of pages that hold the same words on the same day, the one that counts.
select
    b.id,
    b.briefing,
    b.day,
    b.publication_date,
    b.date_source,
    b.headline,
    b.spokespersons,
    b.city,
    b.agency,
    b.language,
    b.standing,
    b.url,
    b.name as file,
    b.sha256,
    b.words,
    m.name as ministry,
    s.name as source,
    s.kind,
    b.text,
from briefing as b
join ministry as m using (ministry)
join source as s using (source)
where b.id = $briefing
order by b.standing, b.briefing
limit 1
