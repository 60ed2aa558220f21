-- What became of added pages
-- one row per: page of the files
-- A briefing, or the reason why it is none with the remedy; refused pages first.
select
    p.path,
    p.name as file,
    p.record,
    p.reason,
    p.message,
    b.day,
    b.headline,
    b.id as briefing_id,
    b.standing::varchar as standing,
from page as p
left join briefing as b on p.reason is null and b.sha256 = p.sha256
where list_contains($paths, p.path)
order by p.reason is null, b.day desc nulls last, p.name
