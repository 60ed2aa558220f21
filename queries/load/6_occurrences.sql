-- The index of Search: every word of every statement, with the word behind it and the filters that apply to it.
-- Names without a database, so that a database made before can be given its index, too.
insert into facet
select row_number() over (order by ministry, source, standing, role) - 1, *,
from (select distinct ministry, source, standing, role from statement)
order by ministry, source, standing, role;

insert into day_begin select day, min(statement) from statement group by day order by min(statement);

insert into word
select row_number() over (order by token) - 1, token, count(*),
from (select unnest(string_split(trim(tokens), ' ')) as token from statement where trim(tokens) <> '')
group by token
order by token;

-- The latest statements come first, as lines are shown: a search for the latest few then looks at few.
-- fresh tells the first use of a word, or only of a pair, in its statement: one for each statement, to be counted.
insert into occurrence
with
    said as (
        select s.statement, f.facet, string_split(trim(s.tokens), ' ') as tokens,
        from statement as s
        join facet as f on f.ministry = s.ministry and f.source = s.source and f.standing = s.standing and f.role = s.role
        where trim(s.tokens) <> ''
    ),
    placed as (
        select
            statement,
            facet,
            unnest(tokens) as token,
            unnest(tokens[2:] || [null]) as behind,
            unnest(range(len(tokens))) as place,
            unnest([list_position(tokens, x) - 1 for x in tokens]) as first_place,
        from said
    ),
    numbered as (
        select w.word, coalesce(n.word, 4294967295) as following, p.statement, p.place, p.place = p.first_place as fresh, p.facet,
        from placed as p
        join word as w on w.token = p.token
        left join word as n on n.token = p.behind
        order by w.word, following, p.statement desc, p.place
    )
select
    word,
    following,
    statement,
    place,
    case
        when fresh then 2
        when lag(word) over () = word and lag(following) over () = following and lag(statement) over () = statement then 0
        else 1
    end,
    facet,
from numbered;
