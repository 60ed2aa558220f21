-- The briefings to read
-- one row per: briefing
-- Those of the slice and the one that is open; the latest first, undated ones last.
with slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes))
select b.briefing, b.id, b.day, b.headline, b.briefing in (select briefing from slice) as inside,
from briefing as b
where inside or b.briefing = $opened
order by b.day desc nulls last, b.briefing desc
