-- What is known of some phrases within a slice, given as in phrase_slices.sql: details of a list, the life of one.
-- The first: in how many briefings some phrases are used.
create macro phrase_briefings(keys, slice, whose) as table
select u.phrase, count(distinct u.briefing) as briefings,
from posting as u
join query_table(slice) as x using (exchange)
where u.phrase in (select unnest(keys)) and (whose is null or u.role = whose::voice)
group by u.phrase;

-- Of the phrases of a list in a slice: briefings, first and last day, dispersion over its briefings, and uses per 1,000
-- words in each of its periods (months, or years where there would be more than 48). shown and said name queries with
-- the phrases and with the columns of uses_within.
create macro phrase_details(shown, said, slice) as table
with
    size as materialized(
        select
            briefing,
            any_value(day) as day,
            sum(words) as words,
            sum(words) / sum(sum(words)) over () as share,
            date_trunc(
                case when date_diff('month', min(any_value(day)) over (), max(any_value(day)) over ()) < 48 then 'month' else 'year' end,
                any_value(day)
            )::date as period,
        from query_table(slice)
        group by briefing
    ),
    cell as (
        select phrase, briefing, count(*) as uses,
        from query_table(said)
        where phrase in (select phrase from query_table(shown))
        group by phrase, briefing
    ),
    placed as materialized(
        select c.phrase, c.uses, s.day, s.share, s.period, sum(c.uses) over (partition by c.phrase) as of_all,
        from cell as c
        join size as s using (briefing)
    ),
    spread as (
        select
            phrase,
            count(*) as briefings,
            min(day) as first_day,
            max(day) as last_day,
            round(dispersion(
                sum(abs(uses / of_all - share)), sum(share), (select min(share) from size), (select count(*) from size)
            ), 6) as dispersion,
        from placed
        group by phrase
    ),
    used as (select phrase, period, sum(uses) as uses from placed group by all),
    trend as (
        select k.phrase, list(1000 * coalesce(u.uses, 0) / nullif(p.words, 0) order by p.period) as trend
        from query_table(shown) as k
        cross join (select period, sum(words) as words from size where period is not null group by all) as p
        left join used as u on u.phrase = k.phrase and u.period = p.period
        group by k.phrase
    )
select k.phrase, spread.briefings, spread.first_day, spread.last_day, spread.dispersion, trend.trend,
from query_table(shown) as k
left join spread on spread.phrase = k.phrase
left join trend on trend.phrase = k.phrase;

-- Every use of a run of words that recurs: its own, or those of the longer phrase that the same words always make it.
create macro uses_of(words) as table
with
    exact as (select phrase, tokens, uses, length from phrase where tokens = words),
    holding as (
        from exact
        union all
        select phrase, tokens, uses, length
        from phrase
        where (select count(*) from exact) = 0 and contains(' ' || tokens || ' ', ' ' || words || ' ')
    ),
    called as (
        select
            phrase,
            len(string_split(words, ' ')) as length,
            len(string_split(' ' || left(tokens, instr(' ' || tokens || ' ', ' ' || words || ' ') - 1), ' ')) - 2 as shift,
        from holding as p
        order by p.uses desc, p.length, p.phrase
        limit 1
    )
select u.phrase, u.statement, u.start + c.shift as start, c.length, u.exchange, u.briefing, u.role,
from posting as u
join called as c using (phrase);

-- The briefings of a slice that use a run of words, each with its place among those, of the sources that use it, in
-- which it could have been used: chances is a slice too, that of the same filters whoever speaks and whatever is
-- said.
create macro sightings(words, slice, whose, chances) as table
with
    said as (
        select u.briefing, count(*) as uses, min(u.statement) as statement
        from uses_of(words) as u
        join query_table(slice) as x using (exchange)
        where whose is null or u.role = whose::voice
        group by all
    ),
    held as (select distinct briefing, day, source from query_table(chances) where day is not null),
    timeline as (
        select briefing, day, row_number() over (order by briefing) as place, count(*) over () as held,
        from held
        where source in (select h.source from held as h join said using (briefing))
    )
select t.briefing, t.day, t.place, t.held, s.uses, s.statement, row_number() over (order by t.place) as number,
from said as s
join timeline as t using (briefing);

-- The silences between them: how many briefings long, and how unlike the use before (Solow 1993), times as many as
-- were tried where it ended.
create macro silences(words, slice, whose, chances) as table
with
    seen as (
        select
            *,
            lead(place) over (order by place) as next_place,
            lead(day) over (order by place) as next_day,
            min(place) over () as first_place,
            count(*) over () as sightings,
        from sightings(words, slice, whose, chances)
    )
select
    day as from_day,
    next_day as to_day,
    coalesce(next_place - 1, held) - place as briefings,
    next_place is null as lasts,
    case when number >= 5 then
        least(1, silence_p(first_place, place, coalesce(next_place, held), number)
            * case when next_place is null then 1 else greatest(1, sightings - 5) end)
    end as p,
from seen;

-- Phrases used on the last day of a slice, in the voice chosen: their first statement and briefing of that day.
create macro phrases_of_last_day(slice, whose) as table
select u.phrase, min(u.statement) as statement, min(u.briefing) as briefing
from phrase_use as u
join query_table(slice) as x using (exchange)
where x.day = (select max(day) from query_table(slice)) and (whose is null or u.role = whose::voice)
group by all;

-- Of those, the ones that came back from a silence which was itself dormant: from when on, how many briefings long,
-- and p.
create macro phrases_back(slice, whose) as table
with
    fresh as materialized (from phrases_of_last_day(slice, whose)),
    sight as materialized (
        select distinct u.phrase, u.briefing, x.day, x.source
        from posting as u
        join fresh as f on f.phrase = u.phrase and u.briefing <= f.briefing
        join query_table(slice) as x on x.exchange = u.exchange
        where (whose is null or u.role = whose::voice) and x.day is not null
    ),
    past as (
        select
            s.phrase,
            any_value(f.statement) as statement,
            count(*) filter (s.briefing < f.briefing) as sightings,
            max(s.day) filter (s.briefing < f.briefing) as last_day,
            unnest(['first', 'last', 'back']) as point,
            unnest([min(s.briefing), max(s.briefing) filter (s.briefing < f.briefing), any_value(f.briefing)]) as briefing,
        from sight as s
        join fresh as f using (phrase)
        group by s.phrase
        having sightings >= 5
    ),
    held as (
        select source, briefing, row_number() over (partition by source order by briefing) as rank
        from (select distinct source, briefing from query_table(slice) where day is not null)
    ),
    placed as (
        select p.phrase, p.statement, p.sightings, p.last_day, p.point, sum(h.rank) as place
        from past as p
        join (select distinct phrase, source from sight) as u using (phrase)
        asof join held as h on h.source = u.source and p.briefing >= h.briefing
        group by all
    )
select
    phrase,
    statement,
    last_day,
    (max(place) filter (point = 'back') - max(place) filter (point = 'last') - 1)::bigint as silence,
    greatest(1, sightings - 4) * silence_p(
        max(place) filter (point = 'first'), max(place) filter (point = 'last'), max(place) filter (point = 'back'), sightings
    ) as p,
from placed
group by phrase, statement, last_day, sightings
having p < 0.01;
