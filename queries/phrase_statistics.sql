-- Where words stand in a text; keyness, dispersion and status of phrases. Where a statement's words stand in its
-- text, found again by the rules of briefings/text.py: pieces that each begin with a word, chr(2) behind it. An
-- ending 's that follows no word is none.
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

-- The log odds at which a beta distribution reaches a probability: Newton's method on the logarithm of its incomplete
-- integral, which is concave, so that from the second step on it comes from below; the integral by its continued
-- fraction (Abramowitz & Stegun 26.5.8). The inner lists of one bind a value that is needed more than once.
create macro log_beta(a, b) as lgamma(a) + lgamma(b) - lgamma(a + b);
create macro beta_fraction(a, b, x) as 1 / list_reduce(range(40, -1, -1), lambda tail, i:
    1 - (a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1))
    / (1 + (i + 1) * (b - i - 1) * x / ((a + 2 * i + 1) * (a + 2 * i + 2)) / tail), 1.0::double);
create macro log_odds_of(log_share) as log_share - ln(1 - exp(log_share));
create macro beta_log_odds(a, b, log_p, log_of_beta, begin_at) as list_reduce(range(4), lambda t, i:
    list_transform([beta_fraction(a, b, 1 / (1 + exp(-t)))], lambda fraction:
        t - fraction / a * (a * t - (a + b) * ln(1 + exp(t)) - ln(a) - log_of_beta + ln(fraction) - log_p))[1], begin_at);

-- Nearly the safe log ratio, for the first being more, at a small part of its cost, to pick candidates by and to begin
-- the search for the exact one at: where the second has some, Wilson's bound. tail: 0.025 over the family, z: its
-- quantile of the normal distribution.
create macro normal_quantile(tail) as sqrt(-2 * ln(tail))
    - (2.515517 + 0.802853 * sqrt(-2 * ln(tail)) + 0.010328 * -2 * ln(tail))
    / (1 + 1.432788 * sqrt(-2 * ln(tail)) + 0.189269 * -2 * ln(tail) + 0.001308 * pow(-2 * ln(tail), 1.5));
create macro wilson_excess(share, n, z) as share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
create macro rough_odds(excess, n, z) as greatest(excess, 1e-12) / (1 + z * z / n - greatest(excess, 1e-12));
create macro rough_log_ratio(k, n, j, m, tail, z) as log2(m / n) + case
    when j = 0 then log_odds_of(ln(tail) / k) / ln(2)
    else log2(rough_odds(wilson_excess(k / (k + j), k + j, z), k + j, z))
end;

-- The log ratio that is safe to claim: the bound, nearer to 0, of the exact 95% interval of the rate ratio,
-- Bonferroni's correction for a family of tests, 0 where that interval holds 1 (Evert 2022, LRC; as corpora::keyness
-- in R).
create macro exact_log_odds(more, less, tail, z) as case
    when less = 0 then log_odds_of(ln(tail) / more)
    else list_transform([{a: more::double, b: less + 1.0, of_all: more + less, p: tail, z: z}], lambda v:
        beta_log_odds(v.a, v.b, ln(v.p), log_beta(v.a, v.b),
            ln(rough_odds(wilson_excess(v.a / v.of_all, v.of_all, v.z), v.of_all, v.z))))[1]
    end;
create macro conservative_log_ratio(k, n, j, m, family) as case when n > 0 and m > 0 and k + j > 0 then
    list_transform([{more: k / n >= j / m, k: k, j: j, sizes: log2(m / n), tail: 0.025 / family}], lambda v:
        case when v.more then 1 else -1 end * greatest(0, case when v.more then v.sizes else -v.sizes end + exact_log_odds(
            case when v.more then v.k else v.j end, case when v.more then v.j else v.k end, v.tail, normal_quantile(v.tail)
        ) / ln(2)))[1]
    end;

-- Dispersion DPnorm (Gries 2008; Lijffijt & Gries 2012) from sums over the briefings that use a phrase: of the
-- absolute differences between a briefing's share of the uses and its share of the words, and of the latter.
-- smallest: the least share of the words that a briefing has. Null for one briefing.
create macro dispersion(differences, share_of_words, smallest, briefings) as
    case when briefings > 1 and smallest < 1 then (differences + 1 - share_of_words) / 2 / (1 - smallest) end;

-- The status of a phrase. Places count the briefings, from 1 on, of the sources that use it; held: how many there
-- are; sightings: briefings with a use; newness: share of all briefings that were over when it first stood; return_p:
-- the least p of a silence that ended. Dormant after Solow (1993).
create macro silence_p(first_place, last_place, now, sightings) as
    pow((last_place - first_place) / nullif(now - first_place, 0), sightings - 1);
create macro life_status(uses, sightings, first_place, last_place, held, newness, return_p) as case
    when newness >= 0.95 then 'new'
    when return_p < 0.01 then 'revived'
    when uses >= 5 and silence_p(first_place, last_place, held, sightings) < 0.01 then 'dormant'
    when uses >= 5 then 'active'
    else 'rare'
end;
