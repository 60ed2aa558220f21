-- The statements behind forms of answer
-- one row per: statement
-- Of every answer that the clicked row counts: its statements with words that speak for a form, or, where it has
-- none, its
-- first.
with
    counted as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join answer as a using (exchange)
        join ministry as m on m.ministry = x.ministry
        left join speaker as p on p.speaker = x.speaker
        left join outlet as o on o.outlet = x.outlet
        where
            ($period is null or date_trunc($grain, x.day) = $period)
            and (coalesce($series, '') = '' or $series in (m.name, coalesce(p.name, 'no spokesperson')))
            and ($form is null or a.form::varchar = $form)
            and ($outlet is null or o.name = $outlet)
            and ($from_words is null or a.words >= $from_words::integer)
            and ($to_words is null or a.words <= $to_words::integer)
            and (
                $topic is null
                or x.exchange
                in (select e.exchange from exchange_topic as e join topic as t using (topic) where t.id = $topic)
            )
    ),
    cue as (
        select statement, list(distinct{first:span_start, last:span_end}) as spans
        from answer_cue
        join counted using (exchange)
        where $form is null or $form in ('repeated', 'substantive', 'brief') or form::varchar = $form
        group by all
    ),
    voiced as (
        select
            s.*,
            c.spans,
            max(c.spans is not null) over (partition by s.exchange) as has_marks,
            row_number() over (partition by s.exchange order by s.statement) as place,
        from statement as s
        join counted using (exchange)
        left join cue as c using (statement)
        where s.role = 'spokesperson'
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
where s.spans is not null or (not s.has_marks and s.place = 1)
order by s.day desc nulls last, s.briefing desc, s.position
limit $page_size
offset $skipped
