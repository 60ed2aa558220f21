-- How well the pages were read
-- one row per: source
-- Of the slice's briefings. Words on the page and in statements are counted between white space; the rest is chrome,
-- labels and headings. Questions and answers are turns.
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    chosen as (select distinct source, briefing from slice),
    page as (
        select source, count(*) as briefings, sum(p.words) as words
        from chosen
        join page_words as p using (briefing)
        group by all
    ),
    said as (
        select
            x.source,
            sum(x.statements)::bigint as statements,
            sum(p.words) as words,
            sum(p.questions)::bigint as questions,
            sum(p.answers)::bigint as answers,
            sum(p.announcements)::bigint as announcements,
            sum(p.outlets_named)::bigint as outlets_named,
        from slice as x
        join printed as p using (exchange)
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
    s.questions,
    s.answers,
    s.announcements,
    s.outlets_named,
    s.statements,
    s.words as statement_words,
    p.words as page_words,
    s.words / p.words as share_in_statements,
from page as p
join said as s using (source)
join source as src using (source)
left join silent as e using (source)
order by p.briefings desc, src.id
