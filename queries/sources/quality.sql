-- How well the pages were read
-- one row per: source
-- Of the slice's briefings. Words on the page and in statements are counted between white space; the rest is chrome,
-- labels and headings. Questions and answers are turns.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    chosen as (select distinct source, briefing from slice),
    page_words as (
        select source, count(*) as briefings, sum(len(string_split_regex(trim(b.text), '\s+'))) as words
        from briefing as b
        join chosen using (source, briefing)
        group by all
    ),
    said as (
        select
            s.source,
            count(*) filter ($whose is null or s.role = $whose) as statements,
            sum(len(string_split(s.text, ' '))) as words
        from statement as s
        where s.exchange in (select exchange from slice)
        group by all
    ),
    spoken as (
        select
            x.source,
            count(*) filter (t.kind = 'question') as questions,
            count(*) filter (t.kind = 'answer') as answers,
            count(*) filter (t.kind = 'announcement') as announcements,
            count(*) filter (t.kind = 'question' and t.outlet is not null) as outlets_named,
        from turn as t
        join slice as x using (exchange)
        group by all
    ),
    silent as (
        select source, count(*) as without_exchanges
        from briefing as b
        where b.standing = 'counted' and not exists (select 1 from exchange as x where x.briefing = b.briefing)
        group by all
    )
select
    src.id as source,
    src.name as source_name,
    p.briefings,
    coalesce(e.without_exchanges, 0) as without_exchanges,
    coalesce(t.questions, 0) as questions,
    coalesce(t.answers, 0) as answers,
    coalesce(t.announcements, 0) as announcements,
    coalesce(t.outlets_named, 0) as outlets_named,
    s.statements,
    s.words as statement_words,
    p.words as page_words,
    s.words / p.words as share_in_statements,
from page_words as p
join said as s using (source)
left join spoken as t using (source)
join source as src using (source)
left join silent as e using (source)
order by p.briefings desc, src.id
