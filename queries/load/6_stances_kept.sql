-- What the old database says of the same words toward the same target: judged by the same model, it stays.
insert into staged.judged
with
    old_text as (
        select coalesce(m.country, m.name) as government, s.text, min(s.statement) as statement
        from old.statement as s
        join old.ministry as m using (ministry)
        where s.role = 'spokesperson'
        group by all
    ),
    old_stance as (
        select
            o.government,
            o.text,
            t.id as target,
            k.label,
            k.probability,
            list_transform(
                k.cues, lambda x: {'first': x."first" - s.span_start, 'last': x."last" - s.span_start}
            ) as cues,
        from old.stance as k
        join old_text as o using (statement)
        join old.statement as s using (statement)
        join old.target as t using (target)
    )
select n.statement, n.target, o.label, o.probability, o.cues,
from staged.naming as n
join built.statement as s using (statement)
join built.ministry as m using (ministry)
join old_stance as o on o.text = s.text and o.target = n.target and o.government = coalesce(m.country, m.name);
