-- Every answer with its form, from the words of its statements.
insert into built.answer_cue
select form::answer_form, s.exchange, c.statement, s.briefing, c.span_start, c.span_end
from staged.answer_cue as c
join built.statement as s using (statement)
order by c.statement, c.span_start, form;

create table staged.answer_words as
with
    said as (
        select s.exchange, s.statement, s.words, b.earlier is not null and s.words >= 3 as old
        from built.statement as s
        join built.exchange as x using (exchange)
        left join built.said_before as b using (statement)
        where s.role = 'spokesperson' and x.kind = 'qa' and s.standing in ('counted', 'echo')
    ),
    cued as (select statement, min(form::answer_form) as form, bool_or(asked) as asked from staged.answer_cue group by all)
select
    exchange,
    sum(words) as words,
    coalesce(sum(words) filter (old), 0) as old,
    coalesce(sum(words) filter (c.form is not null), 0) as cued,
    coalesce(sum(words) filter (c.form = 'referral'), 0) as referral,
    coalesce(sum(words) filter (c.form = 'no-information'), 0) as no_information,
    coalesce(sum(words) filter (c.form = 'declined'), 0) as declined,
    coalesce(sum(words) filter (c.form = 'repeated'), 0) as repeated,
    min(c.form) filter (c.asked) as asked,
from said
left join cued as c using (statement)
group by exchange;

insert into built.answer
select
    x.exchange, x.briefing, x.day, x.ministry, x.source, x.speaker, x.outlet, x.standing,
    case
        when a.asked is not null then a.asked::varchar
        when a.cued >= 0.3 * a.words
        then
            case greatest(a.referral, a.no_information, a.declined, a.repeated)
                when a.referral then 'referral'
                when a.no_information then 'no-information'
                when a.declined then 'declined'
                else 'repeated'
            end
        when a.words < 8 then 'brief'
        when a.old >= 0.8 * a.words then 'repeated'
        else 'substantive'
    end,
    a.words,
    x.words - x.spoken_words,
from built.exchange as x
join staged.answer_words as a using (exchange)
where a.words > 0
order by x.exchange
