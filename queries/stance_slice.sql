-- The stances of a slice: of its exchanges, those that count, each with its target, its series and its period.
-- Where spokespersons are chosen, only their own statements.
create macro stance_scope(grain, split, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select
    k.statement,
    k.exchange,
    k.briefing,
    k.day,
    k.label,
    t.id as target,
    t.title,
    date_trunc(grain, k.day)::date as period,
    series(split, m.name, p.name) as series,
    reach.last_day
from scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as x
join stance as k using (exchange)
join target as t using (target)
join ministry as m on m.ministry = k.ministry
left join speaker as p on p.speaker = k.speaker
join (select source, max(day) as last_day from briefing where standing in ('counted', 'echo') group by all) as reach
    on reach.source = k.source
where spokespersons is null or list_contains(spokespersons, p.name);

-- What the correction of a net stance works with, from one row per briefing: labels counted, and the sums that tell how
-- alike the statements of a briefing are.
create macro stance_tally(opposed, neutral, supportive) as {
    'opposed': sum(opposed)::integer,
    'neutral': sum(neutral)::integer,
    'supportive': sum(supportive)::integer,
    'briefings': count(*)::integer,
    'scores_squared': sum((supportive - opposed) * (supportive - opposed))::integer,
    'scores_sizes': sum((supportive - opposed) * (opposed + neutral + supportive))::integer,
    'sizes_squared': sum((opposed + neutral + supportive) * (opposed + neutral + supportive))::integer
};

-- The slice's stances added up: one row per target, series and period; without a grain all days are one period.
create macro leanings(grain, split, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
with
    cluster as (
        select
            target,
            title,
            series,
            period,
            briefing,
            max(last_day) as reach,
            min(day) as first_day,
            max(day) as last_day,
            count(*) filter (label = 'opposed') as opposed,
            count(*) filter (label = 'neutral') as neutral,
            count(*) filter (label = 'supportive') as supportive
        from stance_scope(grain, split, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes)
        group by all
    )
select *, tally.opposed + tally.neutral + tally.supportive as statements
from (
    select
        target,
        title,
        series,
        period,
        stance_tally(opposed, neutral, supportive) as tally,
        max(reach) as reach,
        min(first_day) as first_day,
        max(last_day) as last_day
    from cluster
    group by target, title, series, period
);
