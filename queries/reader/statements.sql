-- The statements of a briefing
-- one row per: statement
-- In the order of the page, each with its turn, its exchange, the words that speak for topics and those that carry
-- stances, and the first statement of an earlier day that says it in the same or nearly the same words.
with
    hit as (
        select
            h.statement,
            list(
                {'first':h.span_start - s.span_start, 'last':h.span_end - s.span_start, 'title':t.title}
                order by h.span_start, h.span_end, t.title
            ) as marks,
        from topic_hit as h
        join statement as s using (statement)
        join topic as t using (topic)
        where h.briefing = $briefing_key
        group by h.statement
    ),
    cue as (
        select
            k.statement,
            flatten(
                list(
                    list_transform(
                        k.cues,
                        lambda x: {
                            'first':x."first" - s.span_start,
                            'last':x."last" - s.span_start,
                            'label':k.label,
                            'title':t.title,
                            'probability':k.probability
                        }
                    )
                    order by t.title
                )
            ) as cues,
        from stance as k
        join statement as s using (statement)
        join target as t using (target)
        where k.briefing = $briefing_key
        group by k.statement
    )
select
    s.position,
    x.position as exchange,
    x.kind,
    t.position as turn,
    t.kind as turn_kind,
    t.role as turn_role,
    tp.name as turn_speaker,
    o.name as outlet,
    t.label,
    s.role,
    s.mode,
    p.name as speaker,
    s.span_start,
    s.span_end,
    s.text,
    h.marks,
    q.cues,
    w.likeness,
    b.id as earlier_id,
    e.position as earlier_position,
    e.day as earlier_day,
    e.text as earlier_text,
from statement as s
join turn as t using (turn)
join exchange as x on x.exchange = s.exchange
left join speaker as p on p.speaker = s.speaker
left join speaker as tp on tp.speaker = t.speaker
left join outlet as o on o.outlet = t.outlet
left join hit as h on h.statement = s.statement
left join cue as q on q.statement = s.statement
left join said_before as w on w.statement = s.statement
left join statement as e on e.statement = w.earlier
left join briefing as b on b.briefing = e.briefing
where s.briefing = $briefing_key
order by s.position
