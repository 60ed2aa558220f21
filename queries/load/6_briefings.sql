-- The briefings whose statements can hold phrases, in order: their sources, whether they count, and have a place in
-- time.
select source, standing = 'counted' as counted, standing = 'counted' and day is not null as placed,
from built.briefing
where standing in ('counted', 'echo')
order by briefing
