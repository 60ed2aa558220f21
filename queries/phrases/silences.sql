-- The silences of a formulation
-- one row per: silence
-- The five longest, counted in briefings of the sources that use it. p: how unlike the use before (Solow 1993), for as
-- many silences as there were; below 0.01 it was dormant. lasts: nobody has used it since.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    chances as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, null, null, $echoes)
    )
select from_day, to_day, briefings, lasts, p, coalesce(p < 0.01, false) as dormant,
from silences($phrase, 'slice', $whose, 'chances')
where briefings > 0
order by briefings desc, from_day
limit 5
