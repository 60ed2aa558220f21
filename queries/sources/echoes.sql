-- Reports left out because transcripts cover their time
-- one row per: ministry
-- The span is that of the ministry's own transcripts; reports inside it are echoes.
with
    covered as (
        select b.ministry, min(b.day) as first_day, max(b.day) as last_day,
        from briefing as b
        join source as s using (source)
        where s.kind = 'transcript' and b.standing = 'counted'
        group by all
    )
select m.name as ministry, count(*) as reports, c.first_day, c.last_day,
from briefing as b
join ministry as m using (ministry)
join covered as c on c.ministry = b.ministry
where b.standing = 'echo'
group by all
order by reports desc, m.name
