-- The statements behind stances
-- one row per: statement and target
-- What the clicked row counts, the surest labels first. marks: where the target is named; cues: the words that carry
-- the label.
with
    slice as (
        from
            stance_scope(
                $grain,
                null,
                $since,
                $until_day,
                $ministries,
                $sources,
                $spokespersons,
                $about,
                $saying,
                $whose,
                $echoes
            )
        where
            ($target is null or target = $target)
            and ($stance is null or label = $stance)
            and ($period is null or period = $period)
            and ($from_day is null or day >= $from_day)
            and ($to_day is null or day <= $to_day)
    )
select
    b.id as briefing_id,
    s.statement,
    s.exchange,
    s.briefing,
    s.position,
    s.day,
    m.name as ministry,
    p.name as speaker,
    s.role,
    o.name as outlet,
    b.headline,
    s.text,
    list_transform(k.names, lambda x: {first:x."first" - s.span_start, last:x."last" - s.span_start}) as marks,
    list_transform(k.cues, lambda x: {first:x."first" - s.span_start, last:x."last" - s.span_start}) as cues,
    k.label,
    k.probability,
    t.id as target,
    t.title,
    s.words,
from slice as c
join target as t on t.id = c.target
join stance as k on k.statement = c.statement and k.target = t.target
join statement as s on s.statement = c.statement
join briefing as b on b.briefing = s.briefing
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where
    (coalesce($series, '') = '' or $series in (m.name, coalesce(p.name, 'no spokesperson')))
    and ($spokesperson is null or coalesce(p.name, 'no spokesperson') = $spokesperson)
    and ($ministry is null or m.name = $ministry)
order by k.label = 'neutral', k.probability desc, s.day desc nulls last, s.statement, t.id
limit $page_size
offset $skipped
