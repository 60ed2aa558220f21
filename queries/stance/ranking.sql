-- Targets by net stance
-- one row per: target
-- Every target that the slice speaks of. 95% interval: it covers the classifier's errors and how alike the statements
-- of a briefing are.
select
    target,
    title,
    statements,
    tally.supportive as supportive,
    tally.neutral as neutral,
    tally.opposed as opposed,
    tally.briefings as briefings,
    tally,
    first_day,
    last_day,
    (select stance_model from release) as model,
from leanings(null, null, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
order by statements desc, title
