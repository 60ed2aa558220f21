-- What the slice holds
-- one row per: slice (there is one)
-- Undated briefings count here and in shares, never in charts over time. Echoes: reports left out because the
-- ministry's own transcripts cover their span.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    echo as (
        select briefing
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, true)
        where not coalesce($echoes, false)
    )
select
    count(distinct briefing) as briefings,
    count(*) as exchanges,
    coalesce(sum(statements), 0)::bigint as statements,
    coalesce(sum(words), 0)::bigint as words,
    count(distinct speaker) as spokespersons,
    min(day) as first_day,
    max(day) as last_day,
    count(distinct briefing) filter (day is null) as undated,
    (select count(distinct briefing) from echo where briefing not in (select briefing from slice)) as echoes_left_out,
from slice
