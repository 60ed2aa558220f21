-- Who differs from whom
-- one row per: target and spokesperson
-- Each spokesperson's net stance toward a target against that of the same ministry's others together, where both have
-- 10 statements about it or more. Of all that is compared, Benjamini-Hochberg (q).
with
    slice as (
        from
            stance_scope(
                null,
                'spokesperson',
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
    ),
    told as (
        select s.*, m.name as ministry
        from slice as s
        join exchange as x using (exchange)
        join ministry as m on m.ministry = x.ministry
    ),
    cluster as (
        select
            target,
            title,
            ministry,
            series as spokesperson,
            briefing,
            count(*) filter (label = 'opposed') as opposed,
            count(*) filter (label = 'neutral') as neutral,
            count(*) filter (label = 'supportive') as supportive,
        from told
        group by all
    ),
    own as (
        select target, title, ministry, spokesperson, stance_tally(opposed, neutral, supportive) as tally,
        from cluster
        group by all
    ),
    beside as (
        select
            o.target,
            o.ministry,
            o.spokesperson,
            c.briefing,
            sum(c.opposed) as opposed,
            sum(c.neutral) as neutral,
            sum(c.supportive) as supportive,
        from own as o
        join cluster as c on c.target = o.target and c.ministry = o.ministry and c.spokesperson <> o.spokesperson
        group by all
    ),
    others as (
        select target, ministry, spokesperson, stance_tally(opposed, neutral, supportive) as tally_before,
        from beside
        group by all
    )
select
    target,
    title,
    ministry,
    spokesperson,
    tally.supportive + tally.neutral + tally.opposed as statements,
    tally.supportive as supportive,
    tally.neutral as neutral,
    tally.opposed as opposed,
    tally_before.supportive + tally_before.neutral + tally_before.opposed as statements_before,
    tally,
    tally_before,
    (select stance_model from release) as model,
from own
join others using (target, ministry, spokesperson)
where statements >= 10 and statements_before >= 10
order by title, spokesperson, ministry
