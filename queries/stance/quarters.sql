-- Targets by quarter
-- one row per: target and quarter
-- The 15 targets spoken of most, or those chosen. Few statements make a wide interval: look at it before the colour.
with
    slice as (
        from
            leanings(
                'quarter',
                null,
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
    frequent as (select target from slice group by target order by sum(statements) desc, target limit 15),
    drawn as (
        from slice
        where case when $targets is null then target in (from frequent) else list_contains($targets, target) end
    )
select
    period,
    'quarter' as grain,
    target,
    title,
    statements,
    tally.supportive as supportive,
    tally.neutral as neutral,
    tally.opposed as opposed,
    tally.briefings as briefings,
    tally,
    unfinished('quarter', period, $since, $until_day, max(reach) over ()) as incomplete,
    (select stance_model from release) as model,
from drawn
order by sum(statements) over (partition by target) desc, target, period
