-- The uses again, in the order of the calendar; what each phrase says; when the briefings were held.
insert into built.phrase_use
select u.statement, u.start, u.phrase, u.exchange, u.briefing, u.role, p.length,
from built.posting as u
join staged.phrase as p using (phrase)
order by u.statement, u.start, u.phrase;

create table staged.phrase_text as
select k.phrase, array_to_string(string_split(trim(s.tokens), ' ')[k.start + 1:k.start + k.length], ' ') as tokens,
from staged.phrase as k
join built.statement as s using (statement)
order by k.phrase;

create table staged.held as
select
    row_number() over (order by briefing) - 1 as number,
    day,
    sum((standing = 'counted' and day is not null)::integer) over (order by briefing)
        / nullif(sum((standing = 'counted' and day is not null)::integer) over (), 0) as newness,
from built.briefing
where standing in ('counted', 'echo');
