-- Phrases of one slice against another
-- one row per: phrase
-- Uses in both slices, each in its own voice. keyness (LRC), g2, log_ratio: above 0 where the first says it more. Left
-- out as in list.sql, with the uses of both slices.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    tally as materialized(
        from tally_of($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    -- fmt: off
    other as materialized(
        from scope(
            $since_b, $until_day_b, $ministries_b, $sources_b, $spokespersons_b, $about_b, $saying_b, $whose_b, $echoes_b
        )
    ),
    tally_b as materialized(
        from tally_of(
            $since_b, $until_day_b, $ministries_b, $sources_b, $spokespersons_b, $about_b, $saying_b, $whose_b, $echoes_b
        )
    ),
    said as materialized(from phrases_compared('slice', $whose, 'tally', 'other', $whose_b, 'tally_b', $least_words)),
    -- fmt: on
    a as materialized(select *, (select count(*) from said) as family from slice_size('slice')),
    b as materialized(from slice_size('other')),
    ranked as materialized(
        select *, coalesce($unfolded, $looking is not null) as shown_anyway,
        from phrases_against('said', 'a', 'b', case when $looking is null then 100 * ($page_size + $skipped) end)
        where
            (coalesce($names, true) or not named)
            and ($looking is null or phrase in (from phrases_holding($looking, null)))
            and (shown_anyway or not fragment)
        order by abs(g2) desc, phrase
        limit 20 * ($page_size + $skipped)
    ),
    near as materialized(
        select *, row_number() over (order by abs(g2) desc, phrase) as number,
        from ranked
        where shown_anyway or phrase not in (select phrase from phrases_folded('ranked', 'said'))
        order by number
        limit 6 * $page_size + $skipped
    ),
    kept as (
        from near
        where shown_anyway or phrase not in (select phrase from phrases_akin('near'))
        order by number
        limit 3 * $page_size + $skipped
    ),
    shown as materialized(
        select *, conservative_log_ratio(uses_a, n, uses_b, m, family) as lrc,
        from kept
        order by abs(lrc) desc, number
        limit $page_size
        offset $skipped
    ),
    uttered as materialized(from uses_beside((select list(phrase) from shown), 'slice', $whose, 'other', $whose_b))
select
    d.tokens as phrase,
    d.wording,
    s.length as words,
    s.uses_a as uses,
    s.uses_b,
    d.briefings,
    d.briefings_b,
    1000 * s.uses_a / nullif(n, 0) as per_1000_words,
    1000 * s.uses_b / nullif(m, 0) as per_1000_words_b,
    s.lrc + 0.0 as keyness,
    s.g2,
    log_ratio(s.uses_a, n, s.uses_b, m) as log_ratio,
    n::bigint as words_a,
    m::bigint as words_b,
    a.held as briefings_held,
    b.held as briefings_held_b,
    s.family,
from shown as s
join phrases_beside('uttered') as d using (phrase)
cross join a
cross join b
order by abs(s.lrc) desc, s.number
