-- Phrases of one slice against another
-- one row per: phrase
-- Uses in both slices, each in its own voice. keyness (LRC), g2, log_ratio: above 0 where the first says it more. Left
-- out unless looked for: phrases of which one longer one has 80% of the uses in both, and fragments.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    other as materialized(
        from
            scope(
                $since_b,
                $until_day_b,
                $ministries_b,
                $sources_b,
                $spokespersons_b,
                $about_b,
                $saying_b,
                $whose_b,
                $echoes_b
            )
    ),
    said as materialized(from phrases_compared('slice', $whose, 'other', $whose_b)),
    folded as (
        select w.phrase
        from phrase_within as w
        join said as s using (phrase)
        join said as l on l.phrase = w.longer and l.uses + l.uses_b >= 0.8 * (s.uses + s.uses_b)
    ),
    near as (
        select
            c.*,
            a.words as n,
            b.words as m,
            a.held as held,
            b.held as held_b,
            p.tokens,
            p.length,
            log_likelihood(c.uses, n, c.uses_b, m) as g2,
        from said as c
        join phrase as p using (phrase)
        cross join slice_size('slice') as a
        cross join slice_size('other') as b
        where
            p.length >= coalesce($least_words, 2)
            and greatest(c.briefings, c.briefings_b) >= coalesce($least_briefings, 3)
            and (coalesce($names, true) or not p.named)
            and ($looking is null or contains(' ' || p.tokens || ' ', $looking))
            and (
                coalesce($unfolded, $looking is not null)
                or (c.phrase not in (from folded) and not fragment(p.runs_on, p.uses))
            )
        order by abs(g2) desc, c.phrase
        limit 3 * $page_size + $skipped
    )
select
    tokens as phrase,
    length as words,
    uses,
    uses_b,
    briefings,
    briefings_b,
    1000 * uses / nullif(n, 0) as per_1000_words,
    1000 * uses_b / nullif(m, 0) as per_1000_words_b,
    conservative_log_ratio(uses, n, uses_b, m, family) as keyness,
    g2,
    log_ratio(uses, n, uses_b, m) as log_ratio,
    n::bigint as words_a,
    m::bigint as words_b,
    held as briefings_held,
    held_b as briefings_held_b,
    family,
from near
order by abs(keyness) desc, abs(g2) desc, phrase
limit $page_size
offset $skipped
