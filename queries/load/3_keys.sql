-- Integer keys in the order of the calendar, and what each briefing counts as.
insert into built.ministry
select row_number() over (order by b.ministry) - 1, b.ministry, coalesce(m.name, b.ministry), m.country
from (select distinct ministry from staged.briefing) as b
left join staged.ministry as m on m.id = b.ministry;

insert into built.source
select row_number() over (order by b.source) - 1, b.source, coalesce(s.name, b.source), coalesce(s.kind, 'transcript')
from (select distinct source from staged.briefing) as b
left join staged.source as s on s.id = b.source;

insert into built.topic select row_number() over (order by id) - 1, id, title from staged.topic;

insert into built.speaker
select row_number() over (order by speaker) - 1, speaker
from (
    select speaker from staged.turn where speaker is not null
    union
    select speaker from staged.statement where speaker is not null
);

insert into built.outlet
select row_number() over (order by outlet) - 1, outlet from (select distinct outlet from staged.turn where outlet is not null);

create table staged.transcript_span as
select c.ministry, min(c.day) as first_day, max(c.day) as last_day
from staged.candidate as c
join built.source as s on s.id = c.source and s.kind = 'transcript'
join staged.version as v using (sha256)
where v.fate is null and c.language = 'en'
group by all;

create table staged.key as
select
    c.sha256,
    row_number() over (order by c.day nulls last, c.ministry, c.source, c.body, c.sha256) - 1 as briefing,
    case
        when v.fate is not null then v.fate
        when c.language <> 'en' then 'unanalysed'
        when s.kind = 'report' and c.day between t.first_day and t.last_day then 'echo'
        else 'counted'
    end::built.standing as standing,
    v.current_sha,
from staged.candidate as c
join staged.version as v using (sha256)
join built.source as s on s.id = c.source
left join staged.transcript_span as t on t.ministry = c.ministry;
