-- The stances of every statement, each with the judgement of its wording.
insert into built.target select row_number() over (order by id) - 1, id, title, kind from staged.target;

insert into built.stance
with
    wording as (
        select s.statement, min(s.statement) over (partition by coalesce(m.country, m.name), s.text) as first_statement
        from built.statement as s
        join built.ministry as m using (ministry)
        where s.role = 'spokesperson'
    )
select
    s.statement,
    t.target,
    j.label,
    j.probability,
    list_transform(j.cues, lambda x: {'first': x."first" + s.span_start, 'last': x."last" + s.span_start}),
    list_transform(n.names, lambda x: {'first': x."first" + s.span_start, 'last': x."last" + s.span_start}),
    s.exchange,
    s.briefing,
    s.day,
    s.ministry,
    s.source,
    s.speaker,
    s.standing,
from staged.judged as j
join staged.naming as n on n.statement = j.statement and n.target = j.target
join wording as w on w.first_statement = j.statement
join built.statement as s on s.statement = w.statement
join built.target as t on t.id = j.target
order by s.statement, t.target;
