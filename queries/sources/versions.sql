-- Briefings that do not count
-- one row per: briefing
-- Copies and earlier wordings with the version that counts, reports left out as echoes, pages not analysed.
select
    b.standing::varchar as standing,
    b.day,
    m.name as ministry,
    s.name as source,
    b.headline,
    b.name as file,
    b.language,
    b.id as briefing_id,
    b.briefing,
    c.day as current_day,
    c.headline as current_headline,
    c.name as current_file,
    c.id as current_id,
    c.briefing as current,
from briefing as b
join ministry as m using (ministry)
join source as s using (source)
left join briefing as c on c.briefing = b.current
where b.standing <> 'counted'
order by b.standing, b.day desc nulls last, b.briefing
