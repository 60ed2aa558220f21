-- How questions are answered
-- one row per: form of answer and period (and ministry or spokesperson, where split)
-- Answers of the form (hits) among all answers of the period. 95% interval: Wilson's on the effective n. A period
-- without
-- answers has no row. Substantive answers are the rest.
with
    slice as (
        select t.*, a.form
        from
            timed(
                $grain,
                $split,
                $since,
                $until_day,
                $ministries,
                $sources,
                $spokespersons,
                $about,
                $saying,
                $whose,
                $echoes
            ) as t
        join answer as a using (exchange)
    ),
    drawn as (select unnest(['referral', 'no-information', 'declined', 'repeated'])::answer_form as form),
    size as (select series, period, briefing, count(*) as n, max(last_day) as reach from slice group by all),
    whole as (
        select series, period, count(*) as briefings, sum(n)::integer as n, sum(n * n) as nn, max(reach) as reach
        from size
        group by all
    ),
    found as (select form, series, period, briefing, count(*) as k from slice group by all),
    part as (
        select form, series, period, sum(k)::integer as k, sum(k * k) as kk, sum(k * n) as kn
        from found
        join size using (series, period, briefing)
        group by all
    ),
    shares as (
        select whole.*, drawn.form, coalesce(part.k, 0) as hits, hits / n as share, part.kk, part.kn
        from whole
        cross join drawn
        left join part using (form, series, period)
    )
select
    period,
    $grain as grain,
    form::varchar as form,
    form_title(form) as title,
    series,
    'share of answers' as measure,
    hits,
    n as answers,
    briefings,
    share,
    wilson_low(share, effective_n(share, n, briefings, kk, kn, nn)) as low,
    wilson_high(share, effective_n(share, n, briefings, kk, kn, nn)) as high,
    effective_n(share, n, briefings, kk, kn, nn) as effective_n,
    unfinished($grain, period, $since, $until_day, max(reach) over (partition by series)) as incomplete,
from shares
order by form, sum(hits) over (partition by form, series) desc, series, period
