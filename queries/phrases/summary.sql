-- One formulation
-- one row per: phrase (there is one, or none)
-- first_before: the first use falls within the first 5% of the briefings, so it may be older. silence: most briefings
-- between two uses. unused_for: briefings held since the last, of the sources that use it. first_: who used it first.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    chances as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, null, null, $echoes)
    ),
    seen as (from sightings($phrase, 'slice', $whose, 'chances')),
    ended as (
        select min(p) as return_p, max(briefings) as silence
        from silences($phrase, 'slice', $whose, 'chances')
        where not lasts
    ),
    every as (select distinct briefing from chances where day is not null),
    life as (
        select
            sum(uses)::bigint as uses,
            count(*) as briefings,
            min(day) as first_day,
            max(day) as last_day,
            min(place) as first_place,
            max(place) as last_place,
            any_value(held) as held,
            arg_min(statement, place) as first_statement,
            (select count(*) from every where briefing <= min(seen.briefing)) / (select count(*) from every) as newness,
        from seen
    )
select
    $phrase as phrase,
    l.uses,
    l.briefings,
    l.first_day,
    l.newness <= 0.05 as first_before,
    l.last_day,
    coalesce(e.silence, 0) as silence,
    l.held - l.last_place as unused_for,
    l.held as "of",
    life_status(l.uses, l.briefings, l.first_place, l.last_place, l.held, l.newness, e.return_p) as status,
    m.name as first_ministry,
    p.name as first_speaker,
    s.role as first_role,
    s.text as first_text,
    b.id as briefing_id,
    s.position,
from life as l
cross join ended as e
join statement as s on s.statement = l.first_statement
join briefing as b on b.briefing = s.briefing
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
