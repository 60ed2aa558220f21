-- Recurring phrases
-- one row per: phrase
-- keyness (LRC), g2, log_ratio: the spokespersons' words against the reporters' questions. dispersion: DPnorm.
-- status: in
-- the whole corpus. Left out unless looked for: phrases of which one longer holds 80% of the uses, and fragments.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    near as (
        select
            c.*,
            p.tokens,
            p.length,
            case when $whose = 'spokesperson' then p.spoken_status else p.status end as life,
            rank_by($ranking, c.rough, c.g2, c.uses, c.briefings, c.first_day) as place,
        from phrases_of('slice', $whose, $least_briefings) as c
        join phrase as p on p.phrase = c.phrase
        where
            p.length >= coalesce($least_words, 2)
            and ($looking is null or contains(' ' || p.tokens || ' ', $looking))
            and ($inside is null or (p.tokens <> $inside and contains(' ' || $inside || ' ', ' ' || p.tokens || ' ')))
            and (
                coalesce($unfolded, $looking is not null or $inside is not null)
                or (c.longer is null and not fragment(p.runs_on, p.uses))
            )
            and (coalesce($names, true) or not p.named)
            and ($status is null or life = $status)
        order by place desc, c.g2 desc, c.phrase
        limit 3 * $page_size + $skipped
    ),
    shown as (
        select
            *,
            conservative_log_ratio(spoken, spoken_words, asked, asked_words, family) as lrc,
            rank_by($ranking, lrc, g2, uses, briefings, first_day) as rank,
        from near
        order by rank desc, g2 desc, phrase
        limit $page_size
        offset $skipped
    )
select
    s.tokens as phrase,
    d.wording,
    s.length as words,
    s.briefings,
    s.uses,
    1000 * s.uses / nullif(s.words, 0) as per_1000_words,
    d.dispersion,
    s.first_day,
    s.last_day,
    s.life as status,
    d.trend,
    s.lrc as keyness,
    s.g2,
    log_ratio(s.spoken, s.spoken_words, s.asked, s.asked_words) as log_ratio,
    s.spoken,
    s.asked,
    s.spoken_words::bigint as spoken_words,
    s.asked_words::bigint as asked_words,
    s.family::bigint as family,
    l.tokens as longer,
from shown as s
left join phrase_details((select list(phrase) from shown), 'slice', $whose) as d using (phrase)
left join phrase as l on l.phrase = s.longer
order by s.rank desc, s.g2 desc, s.phrase
