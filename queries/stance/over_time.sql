-- Net stance over time
-- one row per: target and period (and ministry or spokesperson, where split)
-- Statements about the target by label; net: (supportive - opposed) / statements, corrected for the classifier's
-- errors.
-- A period without a statement about the target has no row. The three targets spoken of most where none is chosen.
with
    slice as (
        from
            leanings(
                $grain,
                $split,
                $since,
                $until_day,
                $ministries,
                $sources,
                $spokespersons,
                $about,
                $saying,
                $whose,
                $echoes
            )
        where period is not null
    ),
    frequent as (select target from slice group by target order by sum(statements) desc, target limit 3),
    drawn as (
        from slice
        where case when $targets is null then target in (from frequent) else list_contains($targets, target) end
    )
select
    period,
    $grain as grain,
    target,
    title,
    series,
    statements,
    tally.supportive as supportive,
    tally.neutral as neutral,
    tally.opposed as opposed,
    tally.briefings as briefings,
    tally,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
    (select stance_model from release) as model,
from drawn
order by
    sum(statements) over (partition by target) desc,
    target,
    sum(statements) over (partition by target, series) desc,
    series,
    period
