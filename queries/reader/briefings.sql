-- The briefings to read
-- one row per: briefing
-- Of those of the slice and the one that is open, the nearest to it; the latest first, undated ones last.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    listed as (
        select
            b.briefing,
            b.id,
            b.day,
            b.headline,
            b.briefing in (select briefing from slice) as inside,
            row_number() over (order by b.day desc nulls last, b.briefing desc) as place,
        from briefing as b
        where inside or b.briefing = $opened
    ),
    here as (select coalesce(max(place) filter (where briefing = $opened), 1) as place from listed),
    near as (select l.* from listed as l cross join here as h order by abs(l.place - h.place), l.place limit $nearest)
select briefing, id, day, headline, inside, (select count(*) filter (where inside) from listed) as in_slice,
from near
order by place
