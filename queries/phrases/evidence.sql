-- The statements behind phrases
-- one row per: statement
-- Those of the slice that use the phrase, in the voice chosen; marks: every use.
with
    slice as (
        select x.exchange
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join ministry as m using (ministry)
        left join speaker as p using (speaker)
        where
            ($period is null or date_trunc($grain, x.day) = $period)
            and (coalesce($series, '') = '' or $series in (m.name, coalesce(p.name, 'no spokesperson')))
            and (
                $topic is null
                or x.exchange
                in (select e.exchange from exchange_topic as e join topic as t using (topic) where t.id = $topic)
            )
    ),
    used as (
        select u.statement, list(u.start order by u.start) as starts, any_value(u.length) as length
        from uses_of($phrase) as u
        join slice using (exchange)
        where $whose is null or u.role = $whose::voice
        group by all
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
    list_transform(u.starts, lambda start:word_span(word_pieces(s.text), start, u.length)) as marks,
    s.words,
from used as u
join statement as s using (statement)
join briefing as b using (briefing)
join exchange as x on x.exchange = s.exchange
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
left join outlet as o on o.outlet = x.outlet
where
    ($who is null or coalesce(p.name, 'unnamed ' || replace(s.role, '_', ' ')) = $who)
    and ($role is null or s.role = $role)
order by s.day desc nulls last, s.briefing desc, s.position
limit $page_size
offset $skipped
