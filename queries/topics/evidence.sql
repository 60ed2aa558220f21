-- The statements behind topics
-- one row per: statement
-- Of every exchange that the clicked row counts: its statements with hits, or, where it has none in the voice chosen,
-- its first. Uses per 1,000 words count hits anywhere, so there only statements with hits.
with
    slice as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join ministry as m using (ministry)
        left join speaker as p using (speaker)
        left join outlet as o using (outlet)
        where
            ($period is null or date_trunc($grain, x.day) = $period)
            and ($from_day is null or x.day between $from_day and $to_day)
            and (coalesce($series, '') = '' or $series in (m.name, coalesce(p.name, 'no spokesperson')))
            and ($outlet is null or o.name = $outlet)
    ),
    wanted as (select topic from topic where $topic is null or id in ($topic, $other)),
    counted as (
        select exchange
        from slice
        where
            $measure is not distinct from 'uses per 1,000 words'
            or $topic is null
            or (select count(*) from exchange_topic as e join wanted using (topic) where e.exchange = slice.exchange)
            = (select count(*) from wanted)
    ),
    mark as (
        select h.statement, list(distinct{first:h.span_start, last:h.span_end}) as spans
        from topic_hit as h
        join wanted using (topic)
        join counted using (exchange)
        group by all
    ),
    voiced as (
        select
            s.statement,
            k.spans,
            max(k.spans is not null) over (partition by s.exchange) as has_marks,
            row_number() over (partition by s.exchange order by s.statement) as place,
        from statement as s
        join counted using (exchange)
        left join mark as k using (statement)
        where $whose is null or s.role = $whose
    ),
    found as (
        select statement, spans
        from voiced
        where spans is not null or (not has_marks and place = 1 and $measure is distinct from 'uses per 1,000 words')
    )
select
    briefing_id,
    statement,
    exchange,
    briefing,
    position,
    day,
    ministry,
    speaker,
    role,
    outlet,
    headline,
    text,
    marks,
    words,
from quotations('found')
order by day desc nulls last, briefing desc, position
limit $page_size
offset $skipped
