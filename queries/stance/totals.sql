-- How much the slice says of targets
-- one row per: slice
-- Statements that name a target, the targets named, and pairs of both: the unit of the Stance page.
select
    count(distinct statement)::integer as statements,
    count(distinct target)::integer as targets,
    count(*)::integer as pairs,
from
    stance_scope(
        null, null, $since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes
    )
