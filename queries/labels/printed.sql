-- Who speaks under which name
-- one row per: speaker and ministry
-- Turns of transcripts only: reports name whoever they like.
select p.name as label, m.id as ministry, count(*) as turns,
from turn as t
join speaker as p using (speaker)
join briefing as b using (briefing)
join ministry as m on m.ministry = b.ministry
where t.kind <> 'report' and b.standing = 'counted'
group by all
order by turns desc, label
