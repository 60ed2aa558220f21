-- The final tables, written in the order of the calendar.
insert into built.briefing
select
    k.briefing, md5(concat(c.day, c.body))[:12], c.sha256, k.standing, k2.briefing, s.source, m.ministry, c.day, c.publication_date,
    c.date_source, c.language, c.headline, c.city, c.agency, c.spokespersons, c.url, c.name, c.body, c.words, c.sketch, c.text,
from staged.candidate as c
join staged.key as k using (sha256)
left join staged.key as k2 on k2.sha256 = k.current_sha
join built.source as s on s.id = c.source
join built.ministry as m on m.id = c.ministry
order by k.briefing;

create table staged.exchange_key as
select
    e.sha256, e.position, e.kind, e.topics, k.briefing, b.day, b.ministry, b.source, b.standing,
    row_number() over (order by k.briefing, e.position) - 1 as exchange,
from staged.exchange as e
join staged.key as k using (sha256)
join built.briefing as b on b.briefing = k.briefing;

create table staged.exchange_words as
select
    sha256,
    exchange,
    mode(speaker order by position) filter (role = 'spokesperson') as speaker,
    count(*) as statements,
    count(*) filter (role = 'spokesperson') as spoken,
    sum(words) as words,
    coalesce(sum(words) filter (role = 'spokesperson'), 0) as spoken_words,
from staged.statement
group by all;

insert into built.exchange
select
    e.exchange, e.briefing, e.position, e.day, e.ministry, e.source, p.speaker, o.outlet, e.standing, e.kind,
    coalesce(w.statements, 0), coalesce(w.spoken, 0), coalesce(w.words, 0), coalesce(w.spoken_words, 0),
from staged.exchange_key as e
left join staged.exchange_words as w on w.sha256 = e.sha256 and w.exchange = e.position
left join built.speaker as p on p.name = w.speaker
left join (
    select sha256, exchange, first(outlet order by position) as outlet from staged.turn where outlet is not null group by all
) as t on t.sha256 = e.sha256 and t.exchange = e.position
left join built.outlet as o on o.name = t.outlet
order by e.exchange;

create table staged.turn_key as
select t.*, e.briefing, e.exchange as exchange_key, row_number() over (order by e.briefing, t.position) - 1 as turn,
from staged.turn as t
join staged.exchange_key as e on e.sha256 = t.sha256 and e.position = t.exchange;

insert into built.turn
select t.turn, t.exchange_key, t.briefing, t.position, t.kind, t.role, p.speaker, o.outlet, t.label,
from staged.turn_key as t
left join built.speaker as p on p.name = t.speaker
left join built.outlet as o on o.name = t.outlet
order by t.turn;

create table staged.statement_key as
select
    s.sha256, s.position, t.turn, t.exchange_key as exchange, t.briefing,
    row_number() over (order by t.briefing, s.position) - 1 as statement,
from staged.statement as s
join staged.turn_key as t on t.sha256 = s.sha256 and t.position = s.turn;
