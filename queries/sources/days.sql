-- Days with a briefing
-- one row per: ministry and day
-- Of briefings that count or echo ones that do; the days that are missing are found from these.
select distinct m.id as ministry, m.name, m.country, b.day,
from briefing as b
join ministry as m using (ministry)
where b.standing in ('counted', 'echo') and b.day is not null
order by m.id, b.day
