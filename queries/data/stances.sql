-- Stances
-- one row per: statement and target
-- Labels as the classifier gave them, with the words that carry each; counts of them are not corrected for its errors.
select
    s.day,
    m.id as ministry,
    c.target,
    k.label as stance,
    k.probability,
    list_transform(k.cues, lambda x:substr(s.text, x."first" - s.span_start + 1, x."last" - x."first")) as cues,
    s.text as statement,
    p.name as speaker,
    s.mode,
    b.id as briefing_id,
    s.position,
    k.exchange,
from
    stance_scope(
        null, null, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
    ) as c
join target as t on t.id = c.target
join stance as k on k.statement = c.statement and k.target = t.target
join statement as s on s.statement = c.statement
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
order by s.statement, c.target
limit $page_size
offset $skipped
