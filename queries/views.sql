-- Readable views: names instead of keys, for anyone who opens the file with a DuckDB client.
create view briefings as
select
    b.id, b.day, m.name as ministry, s.id as source, b.headline, b.spokespersons, b.standing, b.language,
    b.publication_date, b.date_source, b.city, b.agency, b.words, b.url, b.name as file, b.sha256, b.text, b.briefing,
from briefing as b
join ministry as m using (ministry)
join source as s using (source)
order by b.briefing;

create view exchanges as
select
    x.day, m.name as ministry, s.id as source, b.headline, x.position, x.kind, p.name as spokesperson, o.name as outlet,
    x.statements, x.words, x.standing, b.id as briefing_id, x.exchange, x.briefing,
from exchange as x
join briefing as b using (briefing)
join ministry as m on m.ministry = x.ministry
join source as s on s.source = x.source
left join speaker as p on p.speaker = x.speaker
left join outlet as o on o.outlet = x.outlet
order by x.exchange;

create view statements as
select
    s.day, m.name as ministry, src.id as source, p.name as speaker, s.role, s.mode, t.kind as turn, o.name as outlet, s.text,
    s.words, s.standing, b.id as briefing_id, s.position, s.span_start, s.span_end, s.statement, s.exchange, s.briefing,
from statement as s
join briefing as b using (briefing)
join ministry as m on m.ministry = s.ministry
join source as src on src.source = s.source
join turn as t on t.turn = s.turn
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = t.outlet
order by s.statement;

create view topic_hits as
select
    s.day, m.name as ministry, t.id as topic, h.term, substr(s.text, h.span_start - s.span_start + 1, h.span_end - h.span_start) as words,
    s.text as statement, p.name as speaker, s.standing, b.id as briefing_id, s.position, h.exchange,
from topic_hit as h
join topic as t using (topic)
join statement as s using (statement)
join briefing as b on b.briefing = h.briefing
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
order by s.statement, h.span_start;

create view stances as
select
    s.day, m.name as ministry, t.id as target, k.label as stance, k.probability,
    array_to_string(list_transform(k.cues, lambda x: substr(s.text, x."first" - s.span_start + 1, x."last" - x."first")), '; ') as cues,
    s.text as statement, p.name as speaker, s.standing, b.id as briefing_id, s.position, k.exchange,
from stance as k
join target as t using (target)
join statement as s using (statement)
join briefing as b on b.briefing = k.briefing
join ministry as m on m.ministry = k.ministry
left join speaker as p on p.speaker = k.speaker
order by k.statement, k.target;

create view quarantine as
select name, path, sha256, size, reason, message, excerpt from page where reason is not null order by name;
