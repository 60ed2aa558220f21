-- The shared filter and the statistics, stored in the database beside the tables.
-- The slice that a reader selects, as exchanges; a null parameter restricts nothing.
-- whose = 'spokesperson' keeps exchanges in which someone speaks for the government, and only their words are looked
-- through for `saying` (each entry a run of tokens with a space before and behind; all must stand in one statement).
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
        where list_bool_and([contains(w.tokens, x) for x in saying]) and (whose is null or w.role = whose)
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

-- Whether weekdays of a period lie outside the dates chosen or behind the last briefing that the sources give.
create macro last_weekday(day_before) as day_before - greatest(0, isodow(day_before) - 5)::integer;
create macro first_weekday(day_after) as day_after + (case when isodow(day_after) > 5 then 8 - isodow(day_after) else 0 end)::integer;
create macro unfinished(grain, period, since, until_day, last_day) as
    last_weekday((period + ('1 ' || grain)::interval)::date - 1) > least(last_day, coalesce(until_day, last_day))
    or coalesce(first_weekday(period) < since, false);

-- How often a unit stands in one replicate of a bootstrap: Poisson(1), the same for the same unit and replicate
-- (Hanley & MacGibbon 2006).
create macro poisson_quantile(u) as
    (u > 0.36787944)::integer + (u > 0.73575888)::integer + (u > 0.91969860)::integer + (u > 0.98101184)::integer
    + (u > 0.99634015)::integer + (u > 0.99940582)::integer + (u > 0.99991676)::integer + (u > 0.99998975)::integer;
create macro bootstrap_weight(unit, replicate) as poisson_quantile(hash(unit, replicate) / 18446744073709551616.0);

-- Twice the upper tail of the normal distribution, right to seven digits (Press et al. 1992, erfcc).
create macro erfc_of(t, x) as
    t * exp(-x * x - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 + t * (0.27886807
    + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
create macro two_sided_p(z) as erfc_of(1 / (1 + abs(z) / 2.8284271247461903), abs(z) / 1.4142135623730951);

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

-- A difference in words: only one whose interval excludes 0 and whose adjusted p holds is a change.
create macro moved(low, high, q) as
    case
        when low is null then 'no previous span'
        when q <= 0.05 and low > 0 then 'rose'
        when q <= 0.05 and high < 0 then 'fell'
        else 'no clear change'
    end;

-- Where a statement's words stand in its text, found again by the rules of briefings/text.py: pieces that each begin
-- with
-- a word, chr(2) behind it. An ending 's that follows no word is none.
create macro word_pieces(text) as string_split(regexp_replace(
    regexp_replace(text, '(^|[^\p{L}\p{N}])[''’]([sS])', '\1(\2', 'g'),
    '(?:(?:[A-Z]\.){2,}|\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+)(?:[-‐‑](?:(?:[A-Z]\.){2,}|\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+)|[''’](?:[sS][\p{L}\p{N}_]|[^\P{L}sS]|\p{N})[\p{L}\p{N}]*)*|[''’][sS]',
    chr(1) || '\0' || chr(2), 'g'), chr(1));
create macro word_start(pieces, token) as list_sum([length(x) for x in pieces[:token + 1]]) - token;
create macro word_span(pieces, token, words) as {
    first: word_start(pieces, token)::integer,
    last: (word_start(pieces, token + words - 1) + instr(pieces[token + words + 1], chr(2)) - 1)::integer
};

-- Keyness of k of n words against j of m words: log-likelihood with all four cells (Dunning 1993), below 0 where the
-- first has fewer; the log ratio of the rates, 0.5 for a count of 0 (Hardie 2014).
create macro likelihood_cell(observed, expected) as
    case when observed > 0 then observed * ln(observed / expected) else 0 end;
create macro log_likelihood(k, n, j, m) as case when n > 0 and m > 0 then
    2 * sign(k / n - j / m) * greatest(0,
        likelihood_cell(k, n * ((k + j) / (n::double + m))) + likelihood_cell(j, m * ((k + j) / (n::double + m)))
        + likelihood_cell(n - k, n * (1 - (k + j) / (n::double + m)))
        + likelihood_cell(m - j, m * (1 - (k + j) / (n::double + m))))
    end;
create macro log_ratio(k, n, j, m) as case when n > 0 and m > 0 and k + j > 0 then
    log2(greatest(k, 0.5) / n) - log2(greatest(j, 0.5) / m) end;

-- The log odds at which a beta distribution reaches a probability: Newton's method from below on the logarithm of its
-- incomplete integral, the latter by its continued fraction (Abramowitz & Stegun 26.5.8).
create macro log_beta(a, b) as lgamma(a) + lgamma(b) - lgamma(a + b);
create macro beta_fraction(a, b, x) as 1 / list_reduce(range(40, -1, -1), lambda tail, i:
    1 - (a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1))
    / (1 + (i + 1) * (b - i - 1) * x / ((a + 2 * i + 1) * (a + 2 * i + 2)) / tail), 1.0::double);
create macro log_odds_of(log_share) as log_share - ln(1 - exp(log_share));
create macro beta_log_odds(a, b, log_p) as case when b = 1 then log_odds_of(log_p / a) else
    list_reduce(range(12), lambda t, i:
        t - beta_fraction(a, b, 1 / (1 + exp(-t))) / a * (
            a * t - (a + b) * ln(1 + exp(t)) - ln(a) - log_beta(a, b)
            + ln(beta_fraction(a, b, 1 / (1 + exp(-t)))) - log_p),
        log_odds_of(least(-1e-9, (log_p + ln(a) + log_beta(a, b)) / a))::double) end;

-- The log ratio that is safe to claim: the bound, nearer to 0, of the exact 95% interval of the rate ratio,
-- Bonferroni's
-- correction for a family of tests, 0 where that interval holds 1 (Evert 2022, LRC; as corpora::keyness in R).
create macro conservative_log_ratio(k, n, j, m, family) as case
    when n > 0 and m > 0 and k + j > 0 and k / n >= j / m then
        greatest(0, log2(m / n) + beta_log_odds(k::double, j + 1.0, ln(0.025 / family)) / ln(2))
    when n > 0 and m > 0 and k + j > 0 then
        least(0, log2(m / n) - beta_log_odds(j::double, k + 1.0, ln(0.025 / family)) / ln(2))
    end;

-- Nearly the same at a small part of the cost, to pick candidates by: Wilson's bound in place of the exact one.
create macro normal_quantile(log_tail) as sqrt(-2 * log_tail)
    - (2.515517 + 0.802853 * sqrt(-2 * log_tail) + 0.010328 * -2 * log_tail)
    / (1 + 1.432788 * sqrt(-2 * log_tail) + 0.189269 * -2 * log_tail + 0.001308 * pow(-2 * log_tail, 1.5));
create macro wilson_bound(share, n, z) as
    greatest(1e-12, share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n);
create macro rough_log_ratio(k, n, j, m, z) as
    log2(m / n * wilson_bound(k / (k + j), k + j, z) / (1 - wilson_bound(k / (k + j), k + j, z)));

-- Dispersion DPnorm (Gries 2008; Lijffijt & Gries 2012) from sums over the briefings that use a phrase: of the absolute
-- differences between a briefing's share of the uses and its share of the words, and of the latter. smallest: the least
-- share of the words that a briefing has. Null for one briefing.
create macro dispersion(differences, share_of_words, smallest, briefings) as
    case when briefings > 1 and smallest < 1 then (differences + 1 - share_of_words) / 2 / (1 - smallest) end;

-- The status of a phrase. Places count the briefings, from 1 on, of the sources that use it; held: how many there are;
-- sightings: briefings with a use; newness: share of all briefings that were over when it first stood; return_p: the
-- least p of a silence that ended. Dormant after Solow (1993).
create macro silence_p(first_place, last_place, now, sightings) as
    pow((last_place - first_place) / nullif(now - first_place, 0), sightings - 1);
create macro life_status(uses, sightings, first_place, last_place, held, newness, return_p) as case
    when newness >= 0.95 then 'new'
    when return_p < 0.01 then 'revived'
    when uses >= 5 and silence_p(first_place, last_place, held, sightings) < 0.01 then 'dormant'
    when uses >= 5 then 'active'
    else 'rare'
end;

-- From here on a slice is given by the name of a query in the caller's `with` that has the columns of scope().
-- Uses of phrases in a slice: in the voice chosen, by who speaks for the government, by reporters.
create macro phrases_used(slice, whose, least_words) as table
select
    u.phrase,
    count(*) filter (whose is null or u.role = whose::voice) as uses,
    count(*) filter (u.role = 'spokesperson') as spoken,
    count(*) filter (u.role = 'reporter') as asked,
from phrase_use as u
join query_table(slice) as x using (exchange)
where u.length >= coalesce(least_words, 2)
group by u.phrase
having uses > 0;

-- The tally that has the uses of a slice already: of everything, or of one ministry, source or topic; none for others.
create macro tally_of(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select kind, "key"
from (
    select 0 as kind, 0 as "key", null as id, 0 as filters
    union all
    select 1, ministry, id, 1 from ministry where list_contains(ministries, id)
    union all
    select 2, source, id, 1 from source where list_contains(sources, id)
    union all
    select 3, topic, id, 1 from topic where list_contains(about, id)
)
where
    coalesce(since, until_day) is null
    and spokespersons is null
    and saying is null
    and echoes is null
    and coalesce(whose, 'spokesperson') = 'spokesperson'
    and filters = coalesce(len(ministries), 0) + coalesce(len(sources), 0) + coalesce(len(about), 0);

-- Uses of phrases as `phrases_used` has them, by way of the tally where there is one.
create macro phrases_counted(slice, whose, least_words, tally) as table
with uncounted as (select * from query_table(slice) where not exists (from query_table(tally)))
from phrases_used('uncounted', whose, least_words)
union all
select
    t.phrase,
    case when whose is null then t.uses else t.spoken end as uses,
    t.spoken,
    case when whose is null then t.asked else t.answered end as asked,
from phrase_tally as t
join query_table(tally) as k using (kind, "key")
where t.length >= coalesce(least_words, 2) and case when whose is null then t.uses else t.spoken end > 0;

-- The same of two slices, each in its own voice.
create macro phrases_compared(slice, whose, other, whose_b, least_words) as table
select
    phrase,
    coalesce(a.uses, 0) as uses,
    coalesce(b.uses, 0) as uses_b,
    count(*) over () as family,
from phrases_used(slice, whose, least_words) as a
full join phrases_used(other, whose_b, least_words) as b using (phrase);

-- The size of a slice: briefings, words in the voice chosen, of who speaks for the government, of reporters.
create macro slice_size(slice) as table
select
    count(distinct x.briefing) as held,
    coalesce(sum(x.words), 0)::double as words,
    coalesce(sum(e.spoken_words), 0)::double as spoken_words,
    coalesce((
        select sum(a.words) from speech as a join query_table(slice) as y using (exchange) where a.role = 'reporter'
    ), 0)::double as asked_words,
from query_table(slice) as x
join exchange as e using (exchange);

-- A phrase that another content word follows at once in most uses is the beginning of several longer ones.
create macro fragment(runs_on, uses) as 4 * runs_on >= 3 * uses;

-- Phrases whose words hold a run of tokens (a space before and behind), or lie inside another phrase.
create macro phrases_holding(looking, inside) as table
select phrase
from phrase
where
    contains(' ' || tokens || ' ', coalesce(looking, ''))
    and (inside is null or (tokens <> inside and contains(' ' || inside || ' ', ' ' || tokens || ' ')));

-- By which number a list of phrases is ranked; conservative is the log ratio that is safe to claim, or nearly that.
create macro rank_by(ranking, conservative, g2, uses, briefings, first_day) as case ranking
    when 'uses' then uses
    when 'briefings' then least(uses, briefings)
    when 'newest' then date_diff('day', date '1900-01-01', first_day)
    else coalesce(case when conservative > 0 then 1e9 + conservative else g2 end, uses)
end::double;

-- Used phrases with what is known of them, the keyness of the spokespersons' words against the reporters', and the
-- number
-- that ranks them: used and size are names too, of queries with the columns of phrases_counted and slice_size.
create macro phrases_ranked(used, size, whose, ranking) as table
select
    u.*,
    s.*,
    p.length,
    p.named,
    fragment(p.runs_on, p.uses) as fragment,
    case when whose = 'spokesperson' then p.spoken_status else p.status end as status,
    normal_quantile(ln(0.025 / s.family)) as z,
    log_likelihood(u.spoken, s.spoken_words, u.asked, s.asked_words) as g2,
    rank_by(
        ranking,
        -- Below half of the square the bound is 0 in any case.
        case when 2 * g2 > z * z then rough_log_ratio(u.spoken, s.spoken_words, u.asked, s.asked_words, z) end,
        g2,
        u.uses,
        p.briefings,
        p.first_day
    ) as place,
from query_table(used) as u
join phrase as p using (phrase)
cross join query_table(size) as s;

-- Compared phrases with what is known of them and the keyness of one side's uses against the other's: said, a and b are
-- names of queries with the columns of phrases_compared and slice_size.
create macro phrases_against(said, a, b) as table
select
    c.*,
    a.words as n,
    b.words as m,
    p.length,
    p.named,
    fragment(p.runs_on, p.uses) as fragment,
    log_likelihood(c.uses, n, c.uses_b, m) as g2,
from query_table(said) as c
join phrase as p using (phrase)
cross join query_table(a) as a
cross join query_table(b) as b;

-- In how many briefings of a slice some phrases are used.
create macro phrase_briefings(keys, slice, whose) as table
select u.phrase, count(distinct u.briefing) as briefings,
from posting as u
join query_table(slice) as x using (exchange)
where u.phrase in (select unnest(keys)) and (whose is null or u.role = whose::voice)
group by u.phrase;

-- Of some phrases in a slice: briefings, first and last day, the spelling most used, dispersion over its briefings,
-- and uses per 1,000 words in each
-- of
-- its periods (months, or years where there would be more than 48).
create macro phrase_details(keys, slice, whose) as table
with
    size as materialized (
        select briefing, any_value(day) as day, sum(words) as words, sum(sum(words)) over () as all_words
        from query_table(slice)
        group by briefing
    ),
    span as (select case when date_diff('month', min(day), max(day)) < 48 then 'month' else 'year' end as grain from size),
    said as materialized (
        select u.phrase, u.statement, u.start, u.briefing,
        from posting as u
        join query_table(slice) as x using (exchange)
        where u.phrase in (select unnest(keys)) and (whose is null or u.role = whose::voice)
    ),
    cell as (select phrase, briefing, count(*) as uses from said group by all),
    spread as (
        select
            c.phrase,
            count(*) as briefings,
            min(s.day) as first_day,
            max(s.day) as last_day,
            round(dispersion(
                sum(abs(c.uses / t.uses - s.words / s.all_words)),
                sum(s.words / s.all_words),
                (select min(words) / any_value(all_words) from size),
                (select count(*) from size)
            ), 6) as dispersion,
        from cell as c
        join size as s using (briefing)
        join (select phrase, sum(uses) as uses from cell group by all) as t using (phrase)
        group by c.phrase
    ),
    period as (
        select date_trunc(grain, day)::date as period, sum(words) as words from size cross join span where day is not null group by all
    ),
    used as (
        select c.phrase, date_trunc(grain, s.day)::date as period, sum(c.uses) as uses
        from cell as c
        join size as s using (briefing)
        cross join span
        group by all
    ),
    trend as (
        select k.phrase, list(1000 * coalesce(u.uses, 0) / nullif(p.words, 0) order by p.period) as trend
        from (select unnest(keys) as phrase) as k
        cross join period as p
        left join used as u on u.phrase = k.phrase and u.period = p.period
        group by all
    ),
    example as (from said qualify row_number() over (partition by phrase order by statement, start) <= 5),
    spelt as (
        select e.phrase, mode(substr(s.text, span.first + 1, span.last - span.first) order by e.statement) as wording
        from example as e
        join statement as s using (statement)
        join phrase as p on p.phrase = e.phrase
        cross join lateral (select word_span(word_pieces(s.text), e.start, p.length) as span)
        group by e.phrase
    )
select k.phrase, spread.briefings, spread.first_day, spread.last_day, spelt.wording, spread.dispersion, trend.trend,
from (select unnest(keys) as phrase) as k
left join spelt on spelt.phrase = k.phrase
left join spread on spread.phrase = k.phrase
left join trend on trend.phrase = k.phrase;

-- Every use of a run of words that recurs: its own, or those of the longer phrase that the same words always make it.
create macro uses_of(words) as table
with
    exact as (select phrase, tokens, uses, length from phrase where tokens = words),
    holding as (
        from exact
        union all
        select phrase, tokens, uses, length
        from phrase
        where (select count(*) from exact) = 0 and contains(' ' || tokens || ' ', ' ' || words || ' ')
    ),
    called as (
        select
            phrase,
            len(string_split(words, ' ')) as length,
            len(string_split(' ' || left(tokens, instr(' ' || tokens || ' ', ' ' || words || ' ') - 1), ' ')) - 2 as shift,
        from holding as p
        order by p.uses desc, p.length, p.phrase
        limit 1
    )
select u.phrase, u.statement, u.start + c.shift as start, c.length, u.exchange, u.briefing, u.role,
from posting as u
join called as c using (phrase);

-- The briefings of a slice that use a run of words, each with its place among those, of the sources that use it, in
-- which
-- it could have been used: chances is a slice too, that of the same filters whoever speaks and whatever is said.
create macro sightings(words, slice, whose, chances) as table
with
    said as (
        select u.briefing, count(*) as uses, min(u.statement) as statement
        from uses_of(words) as u
        join query_table(slice) as x using (exchange)
        where whose is null or u.role = whose::voice
        group by all
    ),
    held as (select distinct briefing, day, source from query_table(chances) where day is not null),
    timeline as (
        select briefing, day, row_number() over (order by briefing) as place, count(*) over () as held,
        from held
        where source in (select h.source from held as h join said using (briefing))
    )
select t.briefing, t.day, t.place, t.held, s.uses, s.statement, row_number() over (order by t.place) as number,
from said as s
join timeline as t using (briefing);

-- The silences between them: how many briefings long, and how unlike the use before (Solow 1993), times as many as were
-- tried where it ended.
create macro silences(words, slice, whose, chances) as table
with
    seen as (
        select
            *,
            lead(place) over (order by place) as next_place,
            lead(day) over (order by place) as next_day,
            min(place) over () as first_place,
            count(*) over () as sightings,
        from sightings(words, slice, whose, chances)
    )
select
    day as from_day,
    next_day as to_day,
    coalesce(next_place - 1, held) - place as briefings,
    next_place is null as lasts,
    case when number >= 5 then
        least(1, silence_p(first_place, place, coalesce(next_place, held), number)
            * case when next_place is null then 1 else greatest(1, sightings - 5) end)
    end as p,
from seen;

-- Phrases used on the last day of a slice, in the voice chosen: their first statement and briefing of that day.
create macro phrases_of_last_day(slice, whose) as table
select u.phrase, min(u.statement) as statement, min(u.briefing) as briefing
from phrase_use as u
join query_table(slice) as x using (exchange)
where x.day = (select max(day) from query_table(slice)) and (whose is null or u.role = whose::voice)
group by all;

-- Of those, the ones that came back from a silence which was itself dormant: from when on, how many briefings long,
-- and p.
create macro phrases_back(slice, whose) as table
with
    fresh as materialized (from phrases_of_last_day(slice, whose)),
    sight as materialized (
        select distinct u.phrase, u.briefing, x.day, x.source
        from posting as u
        join fresh as f on f.phrase = u.phrase and u.briefing <= f.briefing
        join query_table(slice) as x on x.exchange = u.exchange
        where (whose is null or u.role = whose::voice) and x.day is not null
    ),
    past as (
        select
            s.phrase,
            any_value(f.statement) as statement,
            count(*) filter (s.briefing < f.briefing) as sightings,
            max(s.day) filter (s.briefing < f.briefing) as last_day,
            unnest(['first', 'last', 'back']) as point,
            unnest([min(s.briefing), max(s.briefing) filter (s.briefing < f.briefing), any_value(f.briefing)]) as briefing,
        from sight as s
        join fresh as f using (phrase)
        group by s.phrase
        having sightings >= 5
    ),
    held as (
        select source, briefing, row_number() over (partition by source order by briefing) as rank
        from (select distinct source, briefing from query_table(slice) where day is not null)
    ),
    placed as (
        select p.phrase, p.statement, p.sightings, p.last_day, p.point, sum(h.rank) as place
        from past as p
        join (select distinct phrase, source from sight) as u using (phrase)
        asof join held as h on h.source = u.source and p.briefing >= h.briefing
        group by all
    )
select
    phrase,
    statement,
    last_day,
    (max(place) filter (point = 'back') - max(place) filter (point = 'last') - 1)::bigint as silence,
    greatest(1, sightings - 4) * silence_p(
        max(place) filter (point = 'first'), max(place) filter (point = 'last'), max(place) filter (point = 'back'), sightings
    ) as p,
from placed
group by phrase, statement, last_day, sightings
having p < 0.01;
