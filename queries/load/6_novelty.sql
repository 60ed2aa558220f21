-- Of every briefing: how much of what the government's speakers say was said before. Statements of three words and
-- more; shorter ones ("Thank you.") are nobody's news. A run of three words is new where no earlier statement, by
-- whomever, has it.
insert into built.novelty
select
    s.briefing,
    count(*) as statements,
    count(*) filter (e.likeness = 1) as identical,
    count(*) filter (e.likeness < 1) as nearly,
    sum(length(s.tokens) - length(replace(s.tokens, ' ', '')) - 3) as runs,
    coalesce(sum(f.fresh), 0) as new_runs
from built.statement as s
left join built.said_before as e using (statement)
left join staged.fresh as f using (statement)
where s.role = 'spokesperson' and s.words >= 3 and s.standing in ('counted', 'echo')
group by s.briefing
order by s.briefing
