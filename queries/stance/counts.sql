-- Statements by stance over time
-- one row per: target, period and stance
-- Counted as the classifier labelled them; a raw count has no interval. The three targets spoken of most where none is
-- chosen.
with
    slice as (
        from
            leanings(
                $grain,
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
    frequent as (select target from slice group by target order by sum(statements) desc, target limit 3),
    drawn as (
        from slice
        where case when $targets is null then target in (from frequent) else list_contains($targets, target) end
    ),
    long as (select *, unnest(['supportive', 'neutral', 'opposed']) as stance, unnest([1, 2, 3]) as place, from drawn)
select
    period,
    $grain as grain,
    target,
    title,
    stance,
    case
        stance when 'supportive' then tally.supportive when 'neutral' then tally.neutral else tally.opposed
    end as hits,
    statements,
    tally.briefings as briefings,
    unfinished($grain, period, $since, $until_day, max(reach) over ()) as incomplete,
from long
order by sum(statements) over (partition by target) desc, target, period, place
