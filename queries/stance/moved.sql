-- Stances that moved
-- one row per: target
-- Net stance in the last 30 days of the slice against the 180 days before. Of all targets compared, Benjamini-Hochberg
-- (q); the interval of the difference covers the classifier's errors and how alike the statements of a briefing are.
with
    slice as (
        from
            stance_scope(
                null, null, null, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
            )
    ),
    edge as (select max(day) as to_day, to_day - 29 as from_day, from_day - 180 as before_day from slice),
    side as (
        select s.*, day >= from_day as recent
        from slice as s
        cross join edge
        where day >= before_day and (day < from_day or $since is null or day >= $since)
    ),
    cluster as (
        select
            target,
            title,
            recent,
            briefing,
            count(*) filter (label = 'opposed') as opposed,
            count(*) filter (label = 'neutral') as neutral,
            count(*) filter (label = 'supportive') as supportive,
        from side
        group by all
    ),
    part as (
        select target, title, recent, stance_tally(opposed, neutral, supportive) as tally from cluster group by all
    )
select
    target,
    title,
    from_day,
    to_day,
    now.tally.supportive + now.tally.neutral + now.tally.opposed as statements,
    now.tally.supportive as supportive,
    now.tally.opposed as opposed,
    past.tally.supportive + past.tally.neutral + past.tally.opposed as statements_before,
    past.tally.supportive as supportive_before,
    past.tally.opposed as opposed_before,
    now.tally as tally,
    past.tally as tally_before,
    (select stance_model from release) as model,
from part as now
left join part as past using (target, title)
cross join edge
where now.recent and (past.recent is null or not past.recent)
order by statements desc, title
