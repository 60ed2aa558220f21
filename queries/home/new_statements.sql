-- Said for the first time on the latest day
-- one row per: statement
-- Statements of the last day of the slice that no statement of an earlier day, whoever made it, matches word for word
-- or nearly (Jaccard likeness of the word 3-shingles of 0.8 and more).
with
    slice as (from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    newest as (select exchange, day from slice where day = (select max(day) from slice)),
    said as (
        select s.*
        from statement as s
        join newest using (exchange)
        where $whose is null or s.role = $whose
        qualify row_number() over (partition by s.tokens order by s.statement) = 1
    )
select
    b.id as briefing_id,
    s.statement,
    s.position,
    s.day,
    m.name as ministry,
    p.name as speaker,
    s.role,
    s.text,
    s.words,
    1 as statements,
from said as s
join briefing as b using (briefing)
join ministry as m on m.ministry = s.ministry
left join speaker as p on p.speaker = s.speaker
where s.statement not in (select statement from said_before)
order by s.statement
