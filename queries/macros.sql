-- The shared filter and the statistics, stored in the database beside the tables.
-- The slice that a reader selects, as exchanges; a null parameter restricts nothing.
-- whose = 'spokesperson' keeps exchanges in which someone speaks for the government, and only their words are looked
-- through for `saying` (the links of a query of Search: see holding; asked only where there is one, or it would cost).
create macro scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select
    exchange.exchange,
    exchange.briefing,
    exchange.day,
    exchange.ministry,
    exchange.source,
    exchange.speaker,
    exchange.outlet,
    exchange.kind,
    case when whose = 'spokesperson' then exchange.spoken else exchange.statements end as statements,
    case when whose = 'spokesperson' then exchange.spoken_words else exchange.words end as words
from exchange
where
    (exchange.standing = 'counted' or (exchange.standing = 'echo' and coalesce(echoes, false)))
    and (since is null or exchange.day >= since)
    and (until_day is null or exchange.day <= until_day)
    and (ministries is null or exchange.ministry in (select m.ministry from ministry as m where list_contains(ministries, m.id)))
    and (sources is null or exchange.source in (select s.source from source as s where list_contains(sources, s.id)))
    and (spokespersons is null or exchange.speaker in (select p.speaker from speaker as p where list_contains(spokespersons, p.name)))
    and (about is null or exchange.exchange in (
        select e.exchange from exchange_topic as e join topic as t using (topic) where list_contains(about, t.id)
    ))
    and (saying is null or exchange.exchange in (
        select w.exchange from statement as w
        where saying is not null and w.statement in (select h.statement from holding(saying) as h) and (whose is null or w.role = whose)
    ))
    and (whose is null or exchange.spoken > 0);

-- Wilson's interval of a share k / n whose sample is worth n_effective independent ones (Wilson 1927).
create macro wilson_low(share, n_effective) as
    case when n_effective > 0 then greatest(0, (share + 1.920729 / n_effective - 1.959964 * sqrt(share * (1 - share) / n_effective
        + 0.960365 / (n_effective * n_effective))) / (1 + 3.841459 / n_effective)) end;
create macro wilson_high(share, n_effective) as
    case when n_effective > 0 then least(1, (share + 1.920729 / n_effective + 1.959964 * sqrt(share * (1 - share) / n_effective
        + 0.960365 / (n_effective * n_effective))) / (1 + 3.841459 / n_effective)) end;

-- How many times less an exchange is worth because those of one briefing are alike: the cluster variance of the share
-- over that of a simple sample, both unbiased, never below 1 (Kish 1965).
-- residuals = sum over clusters of (hits - share * size)^2.
create macro design_effect(share, n, clusters, residuals) as
    case
        when clusters > 1 and share > 0 and share < 1
        then greatest(1, clusters / (clusters - 1) * (n - 1) / n * residuals / n / (share * (1 - share)))
        else 1
    end;

-- n over the design effect, from sums over the clusters: of hits squared, of hits times size, of size squared.
create macro effective_n(share, n, clusters, kk, kn, nn) as
    n / design_effect(share, n, clusters, coalesce(kk - 2 * share * kn + share * share * nn, 0));

-- The slice in time: its dated exchanges with the period they fall in, where split, whose series they belong to, and
-- the
-- last day that their source gives.
create macro series(split, ministry_name, speaker_name) as
    case split when 'ministry' then ministry_name when 'spokesperson' then coalesce(speaker_name, 'no spokesperson') else '' end;
create macro timed(grain, split, since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select
    x.exchange,
    x.briefing,
    x.source,
    x.words,
    date_trunc(grain, x.day)::date as period,
    series(split, m.name, p.name) as series,
    reach.last_day,
from scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as x
join ministry as m using (ministry)
left join speaker as p using (speaker)
join (select source, max(day) as last_day from briefing where standing in ('counted', 'echo') group by all) as reach using (source)
where x.day is not null;

-- The topics to draw: those chosen, else the three that most exchanges of a slice are about. The slice is given by the
-- name of a query in the caller's `with` that has a column `exchange`.
create macro topics_drawn(slice, chosen) as table
with frequent as (
    select e.topic from exchange_topic as e join query_table(slice) using (exchange) group by e.topic order by count(*) desc, e.topic limit 3
)
select topic, id, title
from topic
where case when chosen is null then topic in (select f.topic from frequent as f) else list_contains(chosen, id) end;

-- Statements as quotations. They are given by the name of a query in the caller's `with`: statement, and spans in the
-- text of the briefing that are to be marked.
create macro quotations(found) as table
select
    b.id as briefing_id, s.statement, s.exchange, s.briefing, s.position, s.day, m.name as ministry, p.name as speaker, s.role,
    o.name as outlet, b.headline, s.text, s.words,
    list_transform(
        list_sort(coalesce(f.spans, [])), lambda x: {first: x.first - s.span_start, last: x.last - s.span_start}
    ) as marks,
from query_table(found) as f
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet;

-- Whether weekdays of a period lie outside the dates chosen or behind the last briefing that the sources give.
create macro last_weekday(day_before) as day_before - greatest(0, isodow(day_before) - 5)::integer;
create macro first_weekday(day_after) as day_after + (case when isodow(day_after) > 5 then 8 - isodow(day_after) else 0 end)::integer;
create macro unfinished(grain, period, since, until_day, last_day) as
    last_weekday((period + ('1 ' || grain)::interval)::date - 1) > least(last_day, coalesce(until_day, last_day))
    or coalesce(first_weekday(period) < since, false);

-- A bound of the bootstrap of a rate k / n over units (Poisson weights, Hanley & MacGibbon 2006), drawing none:
-- the rate r at which the weighted sum of k - r n, whose cumulants are sums over the units, lies below 0 with the
-- probability of the normal quantile z (Cornish & Fisher 1938). Found by halving between the least and the
-- greatest rate of a unit, beyond which no replicate lies. k, n: sums; kk, kn, ...: sums of the products.
create macro second_cumulant(r, kk, kn, nn) as kk - 2 * r * kn + r * r * nn;
create macro third_cumulant(r, kkk, kkn, knn, nnn) as kkk - 3 * r * kkn + 3 * r * r * knn - r * r * r * nnn;
create macro bootstrap_bound(z, k, n, kk, kn, nn, kkk, kkn, knn, nnn, least_rate, most_rate) as
    list_reduce(range(2, 24), lambda r, i: r + (most_rate - least_rate) / pow(2, i) * case when
        k - r * n + z * sqrt(greatest(0, second_cumulant(r, kk, kn, nn)))
        + (z * z - 1) / 6 * coalesce(third_cumulant(r, kkk, kkn, knn, nnn) / nullif(second_cumulant(r, kk, kn, nn), 0), 0) > 0
        then 1 else -1 end, (least_rate + most_rate) / 2);

-- Twice the upper tail of the normal distribution, right to seven digits (Press et al. 1992, erfcc).
create macro erfc_of(t, x) as
    t * exp(-x * x - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 + t * (0.27886807
    + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
create macro two_sided_p(z) as least(1, erfc_of(1 / (1 + abs(z) / 2.8284271247461903), abs(z) / 1.4142135623730951));

-- 95% interval of the difference of two shares a - b, by Newcombe's hybrid score method (1998), and the p of its
-- score test.
create macro difference_low(a, n_a, b, n_b) as
    a - b - sqrt(pow(a - wilson_low(a, n_a), 2) + pow(wilson_high(b, n_b) - b, 2));
create macro difference_high(a, n_a, b, n_b) as
    a - b + sqrt(pow(wilson_high(a, n_a) - a, 2) + pow(b - wilson_low(b, n_b), 2));
create macro difference_p(a, n_a, b, n_b, pooled) as
    case
        when pooled > 0 and pooled < 1 then two_sided_p((a - b) / sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b)))
        when a = b then 1
    end;

-- Fisher's p of k of n against j of m, that of the hits as they are counted half (mid-p, Lancaster 1961): how likely,
-- of all ways to share out the hits, those are that are no likelier. Where fewer than five hits are expected on a
-- side, a score test finds several times too much, and this does not.
create macro log_choose(whole, taken) as lgamma(whole + 1) - lgamma(taken + 1) - lgamma(whole - taken + 1);
create macro log_hypergeometric(x, n, m, hits) as log_choose(n, x) + log_choose(m, hits - x) - log_choose(n + m, hits);
create macro fisher_p(k, n, j, m) as least(1, list_sum([
    exp(log_hypergeometric(x, n, m, k + j)) * if(x = k, 0.5, 1)
    for x in range(greatest(0, k + j - m), least(k + j, n) + 1)
    if log_hypergeometric(x, n, m, k + j) <= log_hypergeometric(k, n, m, k + j) + 1e-7
]));
create macro difference_p_of_few(k, n, j, m, p) as
    case when (k + j) * least(n, m) / (n + m) < 5 then greatest(p, fisher_p(k, n, j, m)) else p end;

-- A difference in words: only one whose interval excludes 0 and whose adjusted p holds is a change.
create macro moved(low, high, q) as
    case
        when low is null then 'no previous span'
        when q <= 0.05 and low > 0 then 'rose'
        when q <= 0.05 and high < 0 then 'fell'
        else 'no clear change'
    end;

-- A form of answer as a reader sees it.
create macro form_title(form) as
    case form
        when 'referral' then 'Referred elsewhere'
        when 'no-information' then 'No information'
        when 'declined' then 'Declined'
        when 'repeated' then 'Repeated position'
        when 'brief' then 'Too brief to tell'
        else 'Substantive'
    end;
