-- Which statements hold the words looked for: the one definition behind Search and the filter "words said".
-- Comes before the macros, which call it; briefings/sought.py makes the links.
--
-- A link is two words that follow each other among those looked for, or one alone, as a list of texts in the order of
-- `asked` below. query: its number. clause: one bit, of its clause in the query. clauses: the bits that must be held;
-- others must not. alone: whether the link is the whole query. fresh: the least occurrence.fresh that tells of it.
-- distance: how many words may lie between the sides of a NEAR. side: of a NEAR. place: of its first word in its run.
-- length: of the run. links: of the run. token, next: the words; a star behind one stands for whatever follows.
--
-- One row per query and statement that holds it, with its first hit: tokens start to stop - 1 (of two that begin there,
-- the longer). The rarest link of a query gives the statements that may hold it; only there the others are looked up.
-- A hit of a run is where all of its links stand at their places.
create macro holding(sought) as table
with
    asked as materialized (
        select
            row_number() over () as number,
            l[1]::utinyint as query,
            l[2]::uinteger as clause,
            l[3]::uinteger as clauses,
            l[4]::boolean as alone,
            l[5]::utinyint as fresh,
            l[6]::utinyint as distance,
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
            a.number, a.query, a.alone, a.fresh, a.place, a.length,
            coalesce(n.low, 0) as low,
            coalesce(n.high, 4294967295) as high,
            unnest(range(k.low, k.high + 1))::uinteger as word,
            first(a.number) over (
                partition by a.query order by a.clause & a.clauses = 0, least(k.uses, n.uses)
            ) = a.number as rarest,
        from asked as a
        join known as k on k.number = a.number and not k.behind
        left join known as n on n.number = a.number and n.behind
        where a."next" is null or n.low is not null
    ),
    rare as materialized (
        select w.number, w.query, o.statement, o.place::integer - w.place as start, o.facet,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following = w.low
        where not w.alone and w.rarest and w.low = w.high and o.fresh >= w.fresh
        union all
        select w.number, w.query, o.statement, o.place::integer - w.place as start, o.facet,
        from wanted as w
        join occurrence as o on o.word = w.word and o.following between w.low and w.high
        where not w.alone and w.rarest and w.low < w.high and o.fresh >= w.fresh
    ),
    possible as materialized (select distinct statement from rare),
    found as materialized (
        select f.*, a.query, a.clause, a.clauses, a.length, a.links, a.distance, a.side,
        from (
            select number, statement, start, facet from rare
            union all
            select w.number, o.statement, o.place::integer - w.place as start, o.facet,
            from wanted as w
            join occurrence as o on o.word = w.word and o.following = w.low
            semi join possible as p on p.statement = o.statement
            where not w.rarest and w.low = w.high and o.fresh >= w.fresh
            union all
            select w.number, o.statement, o.place::integer - w.place as start, o.facet,
            from wanted as w
            join occurrence as o on o.word = w.word and o.following between w.low and w.high
            semi join possible as p on p.statement = o.statement
            where not w.rarest and w.low < w.high and o.fresh >= w.fresh
        ) as f
        join asked as a using (number)
    ),
    run as materialized (
        select
            query, clause, side, statement, facet, start,
            start + any_value(length) as stop,
            any_value(clauses) as clauses,
            any_value(distance) as distance,
        from found
        where links > 1 or distance is not null
        group by query, clause, side, statement, facet, start
        having count(*) = any_value(links)
    ),
    hit as (
        select query, clause, clauses, statement, facet, 65536 * start + 65535 - (start + length) as first
        from found where links = 1 and distance is null
        union all
        select query, clause, clauses, statement, facet, 65536 * start + 65535 - stop from run where distance is null
        union all
        select
            a.query, a.clause, a.clauses, a.statement, a.facet,
            least(65536 * a.start + 65535 - a.stop, 65536 * b.start + 65535 - b.stop),
        from run as a
        join run as b using (query, clause, statement)
        where
            a.side = 0 and b.side = 1
            and greatest(a.start, b.start) - least(a.stop, b.stop) between 0 and a.distance
    )
select w.query, o.statement, o.facet, o.place::integer as start, o.place::integer + w.length as stop,
from wanted as w
join occurrence as o on o.word = w.word and o.following = w.low
where w.alone and w.low = w.high and o.fresh >= w.fresh
union all
select w.query, o.statement, o.facet, o.place::integer, o.place::integer + 1,
from wanted as w
join occurrence as o on o.word = w.word
where w.alone and w.low < w.high and o.fresh = 2
union all
select query, statement, facet, min(first) >> 16, 65535 - (min(first) & 65535),
from hit
group by query, statement, facet
having bit_or(clause) = any_value(clauses);

-- Whether the filters can be told from the index alone: whose words, when, of which ministry and source.
create macro by_index(spokespersons, about, saying) as spokespersons is null and about is null and saying is null;

-- The same within a slice. What the index does not hold of a slice (who mainly speaks in an exchange, topics, words
-- said) is asked of the exchanges themselves, and only where it is asked for.
create macro holding_in(sought, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
with
    taken as materialized (
        select f.facet
        from facet as f
        where
            (f.standing = 'counted' or (f.standing = 'echo' and coalesce(echoes, false)))
            and (whose is null or f.role = whose)
            and (ministries is null or f.ministry in (select m.ministry from ministry as m where list_contains(ministries, m.id)))
            and (sources is null or f.source in (select s.source from source as s where list_contains(sources, s.id)))
    ),
    held as (
        select h.query, h.statement, h.start, h.stop,
        from holding(sought) as h
        semi join taken as t using (facet)
    ),
    span as (
        select
            (select min(statement) from day_begin where day >= since or since is null) as first,
            (select coalesce(min(statement), 4294967295) from day_begin where day is null or day > until_day) as behind,
    ),
    dated as (
        from held where since is null and until_day is null
        union all
        select h.*,
        from held as h
        join span as s on h.statement >= s.first and h.statement < s.behind
        where since is not null or until_day is not null
    )
from dated
where
    by_index(spokespersons, about, saying)
    or statement in (
        select s.statement
        from scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes)
        join statement as s using (exchange)
        where not by_index(spokespersons, about, saying)
    );
