-- Phrases of one slice against another
-- one row per: phrase
-- Uses in both slices, each in its own voice. keyness (LRC), g2, log_ratio: above 0
-- where the first says it more.
-- Left out: phrases of which one longer one has 80% of the uses of both, and fragments.
with
    a as materialized(
        from
            phrases_used(
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
    b as materialized(
        from
            phrases_used(
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
    size as (
        select a.words as n, b.words as m, a.held as held, b.held as held_b
        from
            slice_size(
                $since,
                $until_day,
                $ministries,
                $sources,
                $spokespersons,
                $about,
                $saying,
                $whose,
                $echoes
            ) as a
        cross join
            slice_size(
                $since_b,
                $until_day_b,
                $ministries_b,
                $sources_b,
                $spokespersons_b,
                $about_b,
                $saying_b,
                $whose_b,
                $echoes_b
            ) as b
    ),
    both as materialized(
        select
            phrase,
            coalesce(a.uses, 0) as uses,
            coalesce(b.uses, 0) as uses_b,
            coalesce(a.briefings, 0) as briefings,
            coalesce(b.briefings, 0) as briefings_b,
            count(*) over () as family,
        from a
        full join b using (phrase)
    ),
    folded as (
        select w.phrase
        from phrase_within as w
        join both as s using (phrase)
        join
            both as l
            on l.phrase = w.longer
            and l.uses + l.uses_b >= 0.8 * (s.uses + s.uses_b)
    ),
    near as (
        select
            c.*,
            size.*,
            p.tokens,
            p.length,
            log_likelihood(c.uses, n, c.uses_b, m) as g2,
        from both as c
        join phrase as p using (phrase)
        cross join size
        where
            p.length >= coalesce($least_words, 2)
            and greatest(c.briefings, c.briefings_b) >= coalesce($least_briefings, 3)
            and (coalesce($names, true) or not p.named)
            and ($looking is null or contains(' ' || p.tokens || ' ', $looking))
            and (
                c.phrase not in (from folded)
                and not fragment(p.runs_on, p.uses)
                or coalesce($unfolded, $looking is not null)
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
    held,
    held_b,
    family,
from near
order by abs(keyness) desc, abs(g2) desc, phrase
limit $page_size
offset $skipped
