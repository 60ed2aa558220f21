-- Words that no topic covers
-- one row per: word or phrase
-- Exchanges without any topic that hold it in the voice chosen: of the slice since $since, else of its last 180 days,
-- against the two years before. keyness (LRC) above 0: more than chance. Left out: names, fragments, known terms.
with
    slice as (
        from scope(null, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where day is not null
    ),
    edge as (
        select max(day) as to_day, coalesce($since::date, to_day - 179) as from_day, from_day - 730 as before from slice
    ),
    side as materialized(
        select exchange, briefing, day >= from_day as recent,
        from slice
        cross join edge
        where day >= before and exchange not in (select exchange from exchange_topic)
    ),
    size as (select count(*) filter (recent) as n, count(*) filter (not recent) as m from side),
    word as (
        select distinct unnest(string_split(trim(s.tokens), ' ')) as term, x.exchange, x.briefing, x.recent
        from statement as s
        join side as x using (exchange)
        where $whose is null or s.role = $whose
    ),
    used as (
        select term, exchange, briefing, recent
        from word
        where regexp_matches(term, '^\p{L}[\p{L}-]{2,}$') and not coalesce(list_contains($function_words, term), false)
        union all
        select distinct p.tokens, x.exchange, x.briefing, x.recent
        from phrase_use as u
        join side as x using (exchange)
        join phrase as p using (phrase)
        where ($whose is null or u.role = $whose::voice) and not p.named and not fragment(p.runs_on, p.ends, p.uses)
    ),
    held as (
        select
            term,
            count(*) filter (recent) as k,
            count(*) filter (not recent) as j,
            count(distinct briefing) filter (recent) as briefings
        from used
        group by term
        having briefings >= 3
    ),
    ranked as (
        select h.*, s.*, count(*) over () as family, log_likelihood(k, n, j, m) as g2
        from held as h
        cross join size as s
        where k / n > j / m and term not in (select lower(term) from topic_hit)
        order by g2 desc, term
        limit 80
    )
select
    term,
    k as exchanges,
    n as "of",
    briefings,
    j as exchanges_before,
    m as of_before,
    k / n as share,
    j / m as share_before,
    conservative_log_ratio(k, n, j, m, family) as keyness,
    g2,
    from_day,
    to_day,
from ranked as r
cross join edge
where
    m > 0
    and g2 > 6.63
    and not exists (
        from ranked as l
        where l.term <> r.term and contains(' ' || l.term || ' ', ' ' || r.term || ' ') and 5 * l.k >= 4 * r.k
    )
order by keyness desc, g2 desc, term
limit 40
