-- The statements behind Home
-- one row per: statement
-- Of a day, a briefing or a slice: the first statement of each exchange in the voice chosen. Of a topic: its hits,
-- or, where an exchange has none in that voice, the first. Of a statement: itself.
with
    slice as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join briefing as b using (briefing)
        where
            ($day is null or x.day between $day and coalesce($to_day, $day))
            and ($from_day is null or x.day >= $from_day)
            and ($to_day is null or x.day <= $to_day)
            and ($briefing_id is null or b.id = $briefing_id)
            and (
                $topic is null
                or x.exchange
                in (select e.exchange from exchange_topic as e join topic as t using (topic) where t.id = $topic)
            )
    ),
    mark as (
        select h.statement, list(distinct{first:h.span_start, last:h.span_end}) as spans
        from topic_hit as h
        join topic as t using (topic)
        join slice using (exchange)
        where t.id = $topic
        group by all
    ),
    voiced as (
        select
            s.*,
            k.spans,
            max(k.spans is not null) over (partition by s.exchange) as has_marks,
            row_number() over (partition by s.exchange order by s.statement) as place,
        from statement as s
        join slice using (exchange)
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
where
    case
        when $statement is not null
        then s.statement = $statement::uinteger
        else s.spans is not null or (not s.has_marks and s.place = 1)
    end
order by s.day desc nulls last, s.briefing desc, s.position
limit $page_size
offset $skipped
