-- Phrases numbered by their first use, then their uses twice: in the order of the calendar, and phrase by phrase.
create table staged.phrase_key as
select
    phrase as found,
    row_number() over (order by min(statement * 65536::ubigint + start), any_value(length)) - 1 as phrase,
    min(statement * 65536::ubigint + start) as place,
    any_value(length) as length,
from staged.phrase_use
group by phrase;

insert into built.phrase_use
select s.statement, u.start, k.phrase, s.exchange, s.briefing, s.role,
from staged.phrase_use as u
join staged.phrase_key as k on k.found = u.phrase
join built.statement as s on s.statement = u.statement
order by s.statement, u.start, k.length, k.phrase;

insert into built.posting select phrase, statement, start, from built.phrase_use order by phrase, statement, start;

insert into built.phrase
select
    k.phrase, array_to_string(string_split(trim(s.tokens), ' ')[k.place % 65536 + 1 : k.place % 65536 + k.length], ' '),
    k.length, t.briefings, t.uses, t.spoken, t.spoken_briefings, t.asked, t.first_day, t.last_day, false,
from staged.phrase_key as k
join built.statement as s on s.statement = k.place // 65536
join (
    select
        u.phrase,
        count(distinct u.briefing) as briefings,
        count(*) as uses,
        count(*) filter (u.role = 'spokesperson') as spoken,
        count(distinct u.briefing) filter (u.role = 'spokesperson') as spoken_briefings,
        count(*) filter (u.role = 'reporter') as asked,
        min(b.day) as first_day,
        max(b.day) as last_day,
    from built.phrase_use as u
    join built.briefing as b using (briefing)
    where b.standing = 'counted'
    group by all
) as t on t.phrase = k.phrase
order by k.phrase;

-- A phrase lies within another where it does so in any one use of it; only the next longer ones are kept.
insert into built.phrase_within
with
    example as (
        select p.phrase, k.place // 65536 as statement, k.place % 65536 as start, k.length,
        from built.phrase as p
        join staged.phrase_key as k using (phrase)
    ),
    part as (
        select e.phrase as longer, u.phrase, u.start, u.start + p.length as stop,
        from example as e
        join built.phrase_use as u using (statement)
        join built.phrase as p on p.phrase = u.phrase
        where u.phrase <> e.phrase and u.start >= e.start and u.start + p.length <= e.start + e.length
    )
select distinct phrase, longer,
from part
qualify stop > coalesce(
    max(stop) over (partition by longer order by start, stop desc rows between unbounded preceding and 1 preceding), 0
)
order by phrase, longer;
