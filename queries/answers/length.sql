-- How long answers are
-- one row per: range of words
-- Answers with so many words, of which substantive ones.
with
    slice as (
        select a.form, a.words
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join answer as a using (exchange)
    ),
    bin as (
        select unnest([1, 8, 25, 50, 100, 200, 400]) as from_words, unnest([7, 24, 49, 99, 199, 399, null]) as to_words
    )
select
    b.from_words,
    b.to_words,
    b.from_words || coalesce('–' || b.to_words, ' and more') as title,
    count(s.words)::integer as answers,
    count(*) filter (s.form = 'substantive')::integer as substantive,
    (sum(count(s.words)) over ())::integer as "of",
    count(s.words) / nullif(sum(count(s.words)) over (), 0) as share,
from bin as b
left join slice as s on s.words >= b.from_words and s.words <= coalesce(b.to_words, s.words)
where (select count(*) from slice) > 0
group by b.from_words, b.to_words
order by b.from_words
