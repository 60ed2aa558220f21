-- The briefings of the slice
-- one row per: briefing
-- The latest first, undated ones last; what the reader chooses from and pages through.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes))
select b.id, b.briefing, b.day, b.headline,
from briefing as b
where b.briefing in (select briefing from slice)
order by b.day desc nulls last, b.briefing desc
