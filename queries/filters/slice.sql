-- What the slice holds
-- one row per: slice
-- Undated briefings count here and in no chart over time.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes))
select
    count(distinct briefing) as briefings,
    count(*) as exchanges,
    coalesce(sum(statements), 0)::bigint as statements,
    coalesce(sum(words), 0)::bigint as words,
    min(day) as first_day,
    max(day) as last_day,
    count(distinct briefing) filter (day is null) as undated,
from slice
