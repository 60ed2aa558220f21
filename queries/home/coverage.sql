-- Briefings over time
-- one row per: day that has a briefing, or month where the slice spans more than four years
-- day, to_day: first and last day of the row's span. Days and months without a briefing have no row.
with
    slice as (
        select day, briefing
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
        where day is not null
    ),
    span as (select case when max(day) - min(day) > 4 * 366 then 'month' else 'day' end as grain from slice)
select
    date_trunc(grain, slice.day)::date as day,
    case grain when 'month' then last_day(slice.day) else slice.day end as to_day,
    grain,
    count(distinct briefing) as briefings,
    count(*) as exchanges,
from slice
cross join span
group by all
order by all
