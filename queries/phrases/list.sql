-- Recurring phrases
-- one row per: phrase
-- keyness (LRC), g2, log_ratio: spokespersons against reporters. Left out unless sought: parts, fragments, other forms.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    tally as materialized(
        from tally_of($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    used as materialized(from phrases_counted('slice', $whose, $least_words, 'tally')),
    size as materialized(select *, (select count(*)::double from used) as family from slice_size('slice')),
    -- fmt: off
    ranked as materialized(
        select *, coalesce($unfolded, coalesce($looking, $inside) is not null) as shown_anyway,
        from phrases_ranked('used', 'size', $whose, $ranking, coalesce($looking, $inside, $status), $page_size + $skipped)
        where
            ($looking is null and $inside is null or phrase in (from phrases_holding($looking, $inside)))
            and (coalesce($names, true) or not named) and ($status is null or status = $status)
            and (shown_anyway or not fragment)
        order by place desc, g2 desc, phrase limit 20 * ($page_size + $skipped)
    ),
    -- fmt: on
    folded as materialized(from phrases_folded('ranked', 'used')),
    near as materialized(
        select r.*, f.longer, row_number() over (order by r.place desc, r.g2 desc, r.phrase) as number,
        from ranked as r
        left join folded as f using (phrase)
        where r.shown_anyway or f.longer is null
        order by number
        limit 6 * $page_size + $skipped
    ),
    akin as materialized(from phrases_akin('near')),
    best as (
        from near
        where shown_anyway or phrase not in (select phrase from akin)
        order by number
        limit 3 * $page_size + $skipped
    ),
    shown as materialized(
        select *, rank_again($ranking, place, lrc, g2, uses) as rank,
        from (select *, conservative_log_ratio(spoken, spoken_words, asked, asked_words, family) as lrc from best)
        order by rank desc, g2 desc, phrase
        limit $page_size
        offset $skipped
    ),
    named as (select phrase, tokens from phrase where phrase in (select unnest([phrase, longer]) from shown)),
    form as materialized(from phrase_family('near', 'akin', 'shown')),
    said as materialized(from uses_within((select list(phrase) from phrases_of('shown', 'form')), 'slice', $whose)),
    worded as materialized(from phrase_wordings('said'))
select
    p.tokens as phrase,
    w.wording,
    s.length as words,
    d.briefings,
    s.uses,
    1000 * s.uses / nullif(s.words, 0) as per_1000_words,
    d.dispersion,
    d.first_day,
    d.last_day,
    s.status,
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
    coalesce(f.others, 0) as others,
    coalesce(f.forms, []) as forms,
from shown as s
left join phrase_details('shown', 'said', 'slice') as d using (phrase)
left join worded as w on w.phrase = s.phrase
join named as p on p.phrase = s.phrase
left join named as l on l.phrase = s.longer
left join forms_printed('form', 'worded') as f on f.phrase = s.phrase
order by s.rank desc, s.g2 desc, s.phrase
