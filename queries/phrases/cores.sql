-- Statements that share words with a formulation
-- one row per: statement
-- pairs: neighbouring content words of the formulation with what stands between them, each a run of tokens. words:
-- its content words where it has few, of which another word may have replaced one; enough: how many are left then. In
-- the slice and in the voice chosen; those that hold most pairs first, at most 2,000.
with
    slice as materialized(
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)
    ),
    sought as (select unnest(range(len($pairs::varchar[]))) as number, unnest($pairs::varchar[]) as pair),
    -- The phrase that the same words always make the pair, or the pair itself, has all its uses.
    held as (
        select s.number, max_by(p.phrase, (p.uses, 65535 - p.length)) as phrase
        from sought as s
        join phrase as p on contains(' ' || p.tokens || ' ', ' ' || s.pair || ' ')
        group by all
    ),
    holding as (
        select u.statement, h.number
        from held as h
        join posting as u using (phrase)
        join slice using (exchange)
        where $whose is null or u.role = $whose::voice
        union
        select s.statement, -1
        from statement as s
        join slice using (exchange)
        where
            ($whose is null or s.role = $whose)
            and list_sum(list_transform($words::varchar[], lambda word:contains(s.tokens, ' ' || word || ' ')::integer))
            >= $enough
    ),
    found as (select statement, count(*) as shared from holding group by all order by shared desc, statement limit 2000)
select
    s.statement,
    s.day,
    s.briefing,
    b.id as briefing_id,
    s.position,
    p.name as speaker,
    s.role,
    s.text,
    s.tokens,
    f.shared,
from found as f
join statement as s using (statement)
join briefing as b on b.briefing = s.briefing
left join speaker as p on p.speaker = s.speaker
order by s.statement
