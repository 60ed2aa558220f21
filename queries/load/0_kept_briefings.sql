-- Briefings that stay, in the order of models.Briefing.
select
    b.sha256,
    s.id,
    m.id,
    b.language,
    b.headline,
    b.publication_date,
    b.day,
    b.date_source,
    b.city,
    b.agency,
    b.spokespersons,
    b.url,
    b.text,
    b.briefing
from old.briefing as b
join old.source as s using (source)
join old.ministry as m using (ministry)
where b.sha256 in (select sha256 from staged.kept)
order by b.briefing
