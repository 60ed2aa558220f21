-- Phrases numbered by their first use, then their uses twice: in the order of the calendar, and phrase by phrase.
create table staged.phrase_key as
select *, row_number() over (order by statement, start, length) - 1 as number from staged.phrase;

create table staged.phrase_text as
select k.number, array_to_string(string_split(trim(s.tokens), ' ')[k.start + 1 : k.start + k.length], ' ') as tokens,
from staged.phrase_key as k
join built.statement as s using (statement)
order by k.number;

create table staged.held as
select
    row_number() over (order by briefing) - 1 as number,
    day,
    sum((standing = 'counted' and day is not null)::integer) over (order by briefing)
        / nullif(sum((standing = 'counted' and day is not null)::integer) over (), 0) as newness,
from built.briefing
where standing in ('counted', 'echo');

insert into built.phrase_use
select s.statement, u.start, k.number, s.exchange, s.briefing, s.role,
from staged.phrase_use as u
join staged.phrase_key as k using (phrase)
join built.statement as s on s.statement = u.statement
order by s.statement, u.start, k.length, k.number;

insert into built.posting
select phrase, statement, start, exchange, briefing, role, from built.phrase_use order by phrase, statement, start;
