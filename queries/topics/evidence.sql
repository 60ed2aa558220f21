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
            s.*,
            k.spans,
            max(k.spans is not null) over (partition by s.exchange) as has_marks,
            row_number() over (partition by s.exchange order by s.statement) as place,
        from statement as s
        join counted using (exchange)
        left join mark as k using (statement)
        where $whose is null or s.role = $whose
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
    list_transform(
        list_sort(coalesce(s.spans, [])), lambda x: {first:x.first - s.span_start, last:x.last - s.span_start}
    ) as marks,
    s.words,
from voiced as s
join briefing as b using (briefing)
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where s.spans is not null or (not s.has_marks and s.place = 1 and $measure is distinct from 'uses per 1,000 words')
order by s.day desc nulls last, s.briefing desc, s.position
limit $page_size
offset $skipped
