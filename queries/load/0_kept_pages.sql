-- Pages of the old database that stay: their rows by names again, as if just parsed.
create table staged.kept as
select distinct sha256 from staged.page where reason is null and sha256 not in (select sha256 from staged.briefing);

create table staged.old_briefing as
select b.briefing, b.sha256, s.id as source, m.id as ministry
from old.briefing as b
join old.source as s using (source)
join old.ministry as m using (ministry)
where b.sha256 in (select sha256 from staged.kept);
