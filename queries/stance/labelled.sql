-- A stance as a row of the labelled sets
-- one row per: statement and target
-- What a correction needs beside the right label: the words before the statement in its turn, and the question.
select
    concat(b.id, '-', s.position, '-', t.id) as id,
    src.id as source,
    coalesce(m.country, m.name) as government,
    b.name as doc,
    s.day as date,
    p.name as speaker,
    t.id as target,
    t.title as target_label,
    s.text as sentence,
    (
        select string_agg(e.text, ' ' order by e.position)
        from statement as e
        where e.turn = s.turn and e.position between s.position - 2 and s.position - 1
    ) as before,
    (
        select string_agg(q.text, ' ' order by q.position)
        from statement as q
        where q.exchange = s.exchange and q.role = 'reporter' and q.position < s.position
    ) as question,
    k.label as given,
from stance as k
join target as t using (target)
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
join source as src on src.source = s.source
left join speaker as p on p.speaker = s.speaker
where k.statement = $statement::uinteger and t.id = $target
