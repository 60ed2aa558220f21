-- Sums over texts, turns and hits, so that no chart has to read these. Names without a database, so that tests can
-- fill a
-- database of their own.
insert into topic_use
with
    place as (select distinct topic, exchange, briefing, statement, span_start, span_end from topic_hit),
    said as (select topic, exchange, briefing, statement, count(*) as uses from place group by all)
select h.topic, h.exchange, h.briefing, s.role::voice as role, sum(h.uses), count(*),
from said as h
join statement as s using (statement)
group by h.topic, h.exchange, h.briefing, s.role
order by h.topic, h.exchange, role;

insert into printed
with
    said as (select exchange, sum(length(text) - length(replace(text, ' ', '')) + 1) as words from statement group by all),
    spoken as (
        select
            exchange,
            count(*) filter (kind = 'question') as questions,
            count(*) filter (kind = 'answer') as answers,
            count(*) filter (kind = 'announcement') as announcements,
            count(*) filter (kind = 'question' and outlet is not null) as outlets_named,
        from turn
        group by all
    )
select
    x.exchange,
    x.briefing,
    coalesce(s.words, 0),
    coalesce(t.questions, 0),
    coalesce(t.answers, 0),
    coalesce(t.announcements, 0),
    coalesce(t.outlets_named, 0),
from exchange as x
left join said as s using (exchange)
left join spoken as t using (exchange)
order by x.exchange;

insert into page_words
select briefing, len(string_split_regex(trim(text), '\s+')) from briefing order by briefing;
