-- Which phrases of a list are forms of one formulation, which are fragments, and how a phrase is printed.
-- A fragment runs on: another content word follows at once in three of four uses, as behind the beginning of several
-- longer phrases; or hardly a sentence or quotation, fewer than one use in twenty, ends with it, which fewer than eight
-- uses cannot tell.
create macro fragment(runs_on, ends, uses) as 4 * runs_on >= 3 * uses or (uses >= 8 and 20 * ends < uses);

-- Of a list of phrases those that are another form of one above them: the words of the one, inflection, order and
-- function words aside, are among those of the other and make more than half of them; a shorter one only where the
-- longer has half of its uses. list names a query with phrase, core, uses and number, the place in the list.
create macro phrases_akin(list) as table
with
    word as (select phrase, number, uses, len(core) as n, unnest(core) as stem from query_table(list)),
    met as (
        select s.phrase, l.phrase as head, any_value(l.number) as number,
        from word as s
        join word as l on l.stem = s.stem and l.number < s.number
        where 2 * least(l.n, s.n) > greatest(l.n, s.n) and (l.n <= s.n or 2 * l.uses >= s.uses)
        group by s.phrase, l.phrase
        having count(*) = any_value(least(l.n, s.n))
    ),
    first_met as (select phrase, arg_min(head, number) as head from met group by phrase)
select m.phrase, coalesce(above.head, m.head) as head,
from first_met as m
left join first_met as above on above.phrase = m.head;

-- The uses of some phrases in a slice, in the voice chosen: what the wordings and the details of a list are made from.
create macro uses_within(keys, slice, whose) as table
select u.phrase, u.briefing, u.statement, u.start,
from posting as u
join query_table(slice) as x using (exchange)
where u.phrase in (select unnest(keys)) and (whose is null or u.role = whose::voice);

-- The same of two slices: side 0 and 1.
create macro uses_beside(keys, slice, whose, other, whose_b) as table
select u.phrase, u.briefing, u.statement, u.start, x.side,
from posting as u
join (
    select exchange, 0 as side, whose as said_by from query_table(slice)
    union all
    select exchange, 1, whose_b from query_table(other)
) as x using (exchange)
where u.phrase in (select unnest(keys)) and (x.said_by is null or u.role = x.said_by::voice);

-- How some phrases are printed, most often in a few of their uses: with the function words that stand before them in
-- four of five of a dozen uses: articles, prepositions and the like, which make no phrase longer. said names a query
-- with the columns of uses_within.
create macro phrase_wordings(said) as table
with
    -- By chance, but for all phrases in the same runs of 2,048 statements as far as they go, which are read at once.
    picked as (
        select phrase, min(((hash(statement >> 11) & 32767) << 48) | (statement::ubigint << 16) | start, 12) as picked
        from query_table(said)
        group by phrase
    ),
    place_of as (
        select
            phrase,
            len(picked) as uses,
            unnest(range(len(picked))) as place,
            unnest([(x >> 16) & 4294967295 for x in picked])::uinteger as statement,
            unnest([x & 65535 for x in picked])::integer as start,
        from picked
    ),
    example as materialized (
        select e.*, p.length, s.text, s.tokens,
        from place_of as e
        join statement as s using (statement)
        join (select phrase, length from phrase where phrase in (select phrase from picked)) as p using (phrase)
    ),
    before as (
        select phrase, uses, gap, string_split(trim(tokens), ' ')[start + 1 - gap] as word,
        from example
        cross join (select unnest([1, 2, 3]) as gap)
        where start >= gap
    ),
    fixed as (
        select phrase, gap, word, row_number() over (partition by phrase order by gap) as place
        from before
        where word in (select word from function_word where kind in ('articles', 'determiners', 'prepositions', 'adverbs'))
        group by phrase, gap, word, uses
        having 5 * count(*) >= 4 * uses
    ),
    led as (select phrase, max(gap) as words from fixed where gap = place and word <> 'of' group by phrase),
    cut as (
        select e.phrase, e.statement, e.text, word_span(pieces, start, length) as span, word_start(pieces, start - least(start, coalesce(l.words, 0)))::integer as wide
        from (select *, word_pieces(text) as pieces from example where place < 4) as e
        left join led as l on l.phrase = e.phrase
    ),
    -- Not over a comma or an opening quotation mark.
    spelt as (
        select phrase, statement, substr(text, first + 1, span.last - first) as wording,
        from (select *, case when regexp_full_match(substr(text, wide + 1, span.first - wide), '[\w ]*') then wide else span.first end as first from cut)
    )
select phrase, mode(wording order by statement) as wording from spelt group by phrase;

-- Of a list of phrases those that lie in a longer one which has at least 80% of their uses, and the one that has most.
-- list and used name queries with phrase and uses, the latter of all phrases of the slice.
create macro phrases_folded(list, used) as table
select r.phrase, max_by(l.phrase, l.uses) as longer
from query_table(list) as r
join phrase_within as w using (phrase)
join query_table(used) as l on l.phrase = w.longer and 5 * l.uses >= 4 * r.uses
group by r.phrase;

-- The three forms used most of each phrase shown, with how many other forms it has in the list: list, akin and shown
-- name queries. Then the phrases shown and these, and these in one row for each phrase, as printed, with their uses.
create macro phrase_family(list, akin, shown) as table
select a.head, n.phrase, n.uses, count(*) over (partition by a.head) as others,
from query_table(akin) as a
join query_table(list) as n using (phrase)
where not n.shown_anyway and a.head in (select phrase from query_table(shown))
qualify row_number() over (partition by a.head order by n.uses desc, n.phrase) <= 3;
create macro phrases_of(shown, form) as table
select phrase from query_table(shown)
union all
select phrase from query_table(form);
create macro forms_printed(form, worded) as table
select f.head as phrase, any_value(f.others) as others, list(w.wording || ' (' || f.uses || ')' order by f.uses desc, f.phrase) as forms,
from query_table(form) as f
join query_table(worded) as w using (phrase)
group by f.head;

-- Of some phrases in two slices: how they are printed, in the first if it uses them, and in how many briefings of each.
-- said names a query with the columns of uses_beside.
create macro phrases_beside(said) as table
with
    held as (
        select
            phrase,
            count(distinct briefing) filter (side = 0) as briefings,
            count(distinct briefing) filter (side = 1) as briefings_b,
        from query_table(said)
        group by phrase
    ),
    first_side as (from query_table(said) qualify side = min(side) over (partition by phrase))
select p.phrase, p.tokens, w.wording, h.briefings, h.briefings_b,
from held as h
join phrase as p using (phrase)
left join phrase_wordings('first_side') as w on w.phrase = p.phrase;
