-- The other versions of a briefing
-- one row per: page
-- The version that counts, earlier wordings and copies; for a report left out as an echo, the transcripts of its day.
with
    shown as (select * from briefing where id = $briefing order by standing, briefing limit 1),
    kin as (
        select b.*
        from briefing as b
        join
            shown
            on coalesce(b.current, b.briefing) = coalesce(shown.current, shown.briefing)
            and b.briefing <> shown.briefing
        union all
        select b.*
        from briefing as b
        join source as s using (source)
        join shown on shown.standing = 'echo' and b.ministry = shown.ministry and b.day = shown.day
        where b.standing = 'counted' and s.kind = 'transcript'
    )
select k.id, k.briefing, k.standing, k.day, k.headline, k.name as file, s.name as source,
from kin as k
join source as s using (source)
order by k.standing, k.briefing
