-- Other forms of a formulation
-- one row per: phrase
-- Those whose content words, inflection and order aside, are among its own or hold them, and make more than half of the
-- longer of both; no fragments. Uses in the slice in the voice chosen, the most used first.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    named as (select phrase, core from phrase where tokens = $phrase),
    akin as (
        select p.phrase, p.tokens, p.length
        from phrase as p
        join
            named as n
            on p.phrase <> n.phrase
            and 2 * least(len(p.core), len(n.core)) > greatest(len(p.core), len(n.core))
            and (list_has_all(p.core, n.core) or list_has_all(n.core, p.core))
            and not fragment(p.runs_on, p.ends, p.uses)
    ),
    used as (
        select u.phrase, count(*) as uses, count(distinct u.briefing) as briefings
        from posting as u
        join slice using (exchange)
        where u.phrase in (select phrase from akin) and ($whose is null or u.role = $whose::voice)
        group by u.phrase
        order by uses desc, u.phrase
        limit coalesce($page_size, 12)
    ),
    said as materialized(from uses_within((select list(phrase) from used), 'slice', $whose))
select a.tokens as phrase, w.wording, a.length as words, u.uses, u.briefings
from used as u
join akin as a using (phrase)
join phrase_wordings('said') as w on w.phrase = u.phrase
order by u.uses desc, u.phrase
