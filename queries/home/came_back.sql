-- Formulations that came back
-- one row per: phrase
-- Phrases used on the last day of the slice after a silence so unlike their use before that they were dormant (Solow
-- 1993, p below 0.01 for as many silences as there were). silence: briefings of the sources that use the phrase.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    back as (from phrases_back('slice', $whose))
select
    p.tokens as phrase,
    p.length as words,
    r.last_day as last_used,
    r.silence,
    r.p,
    b.id as briefing_id,
    s.statement,
    s.position,
    s.day,
    m.name as ministry,
    k.name as speaker,
    s.role,
    s.text,
from back as r
join phrase as p using (phrase)
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
left join speaker as k on k.speaker = s.speaker
where
    p.length >= coalesce($least_words, 3)
    and not p.named
    and not fragment(p.runs_on, p.ends, p.uses)
    -- Of a phrase and the next longer ones, only the one whose silence was the most unlike its use.
    and not exists (
        select 1
        from phrase_within as w
        join back as o on o.phrase in (w.phrase, w.longer) and o.phrase <> r.phrase
        where r.phrase in (w.phrase, w.longer) and (o.p, o.phrase) < (r.p, r.phrase)
    )
order by r.p, r.statement, p.phrase
