-- The phrases with their numbers, and which lies within which.
insert into built.phrase
select
    k.phrase, t.tokens, k.length,
    k.uses, k.briefings, f.day, l.day, k.silence, k.held - k.last_place,
    life_status(k.uses, k.sightings, k.first_place, k.last_place, k.held, f.newness, k.return_p),
    k.spoken_uses, k.spoken_briefings, sf.day, sl.day, k.spoken_silence, k.spoken_held - k.spoken_last_place,
    life_status(k.spoken_uses, k.spoken_sightings, k.spoken_first_place, k.spoken_last_place, k.spoken_held, sf.newness,
        k.spoken_return_p),
    k.asked, k.runs_on, k.ends, list_sort(list_distinct(k.core)), n.named,
from staged.phrase as k
join staged.phrase_text as t using (phrase)
join staged.phrase_named as n using (phrase)
left join staged.held as f on f.number = k.first
left join staged.held as l on l.number = k.last
left join staged.held as sf on sf.number = k.spoken_first
left join staged.held as sl on sl.number = k.spoken_last
order by k.phrase;

insert into built.phrase_tally
select t.*, p.length, from staged.phrase_tally as t join staged.phrase as p using (phrase) order by t.kind, t."key", t.phrase;

-- A phrase lies within another where it does so in any one use of it; only the next longer ones are kept.
insert into built.phrase_within
with
    part as (
        select e.phrase as longer, u.phrase, u.start, u.start + p.length as stop,
        from staged.phrase as e
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
