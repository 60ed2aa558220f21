-- Days with a briefing
-- one row per: ministry and day
-- Of briefings in every analysed language that count or are echoes of ones that do; what is missing between is found from these.
select distinct m.id as ministry, m.name, m.country, b.day,
from briefing as b
join ministry as m using (ministry)
where b.standing in ('counted', 'echo') and b.day is not null
order by m.id, b.day
