-- Concordance
-- one row per: statement
-- Statements of the slice that hold every word of the query (needles: runs of tokens with a space before and behind).
-- Contexts are those of the first match; the left one is compared from the match outwards.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    found as (
        select s.*, list_min([instr(s.tokens, x) for x in $needles::varchar[]]) as place,
        from statement as s
        where
            s.exchange in (select exchange from slice)
            and ($whose is null or s.role = $whose)
            and list_bool_and([contains(s.tokens, x) for x in $needles::varchar[]])
    ),
    placed as (
        select
            *,
            list_reverse(string_split(nullif(trim(left(tokens, place)), ''), ' '))[:8] as before,
            nullif(
                trim(
                    substr(
                        tokens, place + list_max([len(x) for x in $needles::varchar[] if instr(tokens, x) = place]) - 1
                    )
                ),
                ''
            ) as behind,
        from found
    )
select
    f.day,
    m.id as ministry,
    src.id as source,
    p.name as speaker,
    f.role,
    o.name as outlet,
    b.headline,
    f.text,
    b.id as briefing_id,
    f.position,
    f.exchange,
    f.briefing,
    f.statement,
from placed as f
join briefing as b on b.briefing = f.briefing
join ministry as m on m.ministry = f.ministry
join source as src on src.source = f.source
left join turn as t on t.turn = f.turn
left join speaker as p on p.speaker = f.speaker
left join outlet as o on o.outlet = t.outlet
order by
    case when $sort = 'left' then f.before end nulls last,
    case when $sort = 'right' then f.behind end nulls last,
    case when $sort = 'speaker' then p.name end nulls last,
    f.day desc nulls last,
    f.statement
limit $page_size
offset $skipped
