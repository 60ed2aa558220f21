-- Which statements hold the words looked for: the one definition behind Search and the filter "words said".
-- Comes before the macros, which call it. briefings/sought.py makes the links.
-- A link: two words that follow each other among those looked for, or one alone, as a list of texts in the order of
-- `asked` below. query: its number. clause: of the query. clauses: how many must be held. alone: the least
-- occurrence.fresh, where the link is the whole query. distance: how many words may lie between the two sides of a
-- NEAR.
-- excluded: must not be held. side: of a NEAR. place: of the first word in its run. length: of the run. links: of the
-- run. token, next: the words; a star behind one stands for whatever follows.
-- One row per query and statement that holds it, with its first hit: tokens start to stop - 1 (of two that begin there,
-- the longer). The rarest link of a query gives the statements that may hold it; only there the others are looked up.
-- A hit of a run is where all of its links stand at their places.
create macro holding(sought) as table
with
    asked as materialized (
        select
            row_number() over () as number,
            l[1]::utinyint as query,
            l[2]::utinyint as clause,
            l[3]::utinyint as clauses,
            l[4]::utinyint as alone,
            l[5]::utinyint as distance,
            l[6]::boolean as excluded,
            l[7]::utinyint as side,
            l[8]::utinyint as place,
            l[9]::utinyint as length,
            l[10]::utinyint as links,
            l[11] as token,
            l[12] as "next",
        from (select unnest(sought::varchar[][]) as l)
    ),
    part as (select number, unnest([false, true]) as behind, unnest([token, "next"]) as token, from asked),
    known as materialized (
        select p.number, p.behind, w.word as low, w.word as high, w.uses,
        from part as p
        join word as w on w.token = p.token
        union all
        select p.number, p.behind, min(w.word), max(w.word), sum(w.uses)::uinteger,
        from part as p
        join word as w on left(w.token, 2) = left(p.token, 2) and starts_with(w.token, rtrim(p.token, '*'))
        where ends_with(p.token, '*')
        group by all
    ),
    wanted as materialized (
        select
            a.*,
            coalesce(n.low, 0) as low,
            coalesce(n.high, 4294967295) as high,
            unnest(range(k.low, k.high + 1))::uinteger as word,
            first(a.number) over (partition by a.query order by a.excluded, least(k.uses, n.uses)) = a.number as rarest,
        from asked as a
        join known as k on k.number = a.number and not k.behind
        left join known as n on n.number = a.number and n.behind
        where a."next" is null or n.low is not null
    ),
    rare as materialized (
        select w.* exclude (word), o.statement, o.place::integer - w.place as start, o.facet, o.fresh,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following = w.low
        where w.rarest and w.low = w.high
        union all
        select w.* exclude (word), o.statement, o.place::integer - w.place as start, o.facet, o.fresh,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following between w.low and w.high
        where w.rarest and w.low < w.high
    ),
    possible as materialized (select distinct query, statement from rare where alone is null),
    found as (
        select * exclude (fresh) from rare where alone is null
        union all
        select w.* exclude (word), o.statement, o.place::integer - w.place as start, o.facet,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following = w.low
        semi join possible as p on p.query = w.query and p.statement = o.statement
        where not w.rarest and w.low = w.high
        union all
        select w.* exclude (word), o.statement, o.place::integer - w.place as start, o.facet,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following between w.low and w.high
        semi join possible as p on p.query = w.query and p.statement = o.statement
        where not w.rarest and w.low < w.high
    ),
    run as materialized (
        select
            query, clause, side, statement, facet, start,
            start + any_value(length) as stop,
            any_value(clauses) as clauses,
            any_value(distance) as distance,
            any_value(excluded) as excluded,
        from found
        group by query, clause, side, statement, facet, start
        having count(*) = any_value(links)
    ),
    hit as (
        select query, clause, clauses, excluded, statement, facet, start, stop from run where distance is null
        union all
        select
            a.query, a.clause, a.clauses, false, a.statement, a.facet,
            unnest([a.start, b.start]) as start,
            unnest([a.stop, b.stop]) as stop,
        from run as a
        join run as b using (query, clause, statement)
        where
            a.side = 0 and b.side = 1
            and greatest(a.start, b.start) - least(a.stop, b.stop) between 0 and a.distance
    )
select query, statement, facet, start, start + length as stop from rare where fresh >= alone
union all
select
    query, statement, facet,
    min(65536 * start + 65535 - stop) >> 16,
    65535 - (min(65536 * start + 65535 - stop) & 65535),
from hit
group by query, statement, facet
having count(distinct clause) filter (not excluded) = any_value(clauses) and not bool_or(excluded);

-- Whether the filters can be told from the index alone: whose words, when, of which ministry and source.
create macro by_index(spokespersons, about, saying) as spokespersons is null and about is null and saying is null;

-- The same within a slice. What the index does not hold of a slice (who mainly speaks in an exchange, topics, words
-- said) is asked of the exchanges themselves, and only where it is asked for.
create macro holding_in(sought, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select h.query, h.statement, h.start, h.stop,
from holding(sought) as h
join facet as f using (facet)
where
    (f.standing = 'counted' or (f.standing = 'echo' and coalesce(echoes, false)))
    and (whose is null or f.role = whose)
    and (ministries is null or f.ministry in (select m.ministry from ministry as m where list_contains(ministries, m.id)))
    and (sources is null or f.source in (select s.source from source as s where list_contains(sources, s.id)))
    and (since is null or h.statement >= (select min(statement) from day_begin where day >= since))
    and (since is null and until_day is null or h.statement < (select coalesce(min(statement), 4294967295) from day_begin where day is null or day > until_day))
    and (by_index(spokespersons, about, saying) or h.statement in (
        select s.statement
        from scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes)
        join statement as s using (exchange)
        where not by_index(spokespersons, about, saying)
    ));
