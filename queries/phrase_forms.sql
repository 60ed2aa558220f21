-- Which phrases of a list are forms of one formulation, which are fragments, and how a phrase is printed.
-- A fragment runs on: another content word follows at once in three of four uses, as behind the beginning of several
-- longer phrases; or hardly a sentence or quotation, fewer than one use in twenty, ends with it.
create macro fragment(runs_on, ends, uses) as 4 * runs_on >= 3 * uses or 20 * ends < uses;

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

-- How some phrases are printed, most often in a few of their uses in a slice: with the function words that stand
-- before them in four of five of a dozen uses: articles, prepositions and the like, which make no phrase longer.
create macro phrase_wordings(keys, slice, whose) as table
with
    said as (
        select u.phrase, min(struct_pack(chance := hash(u.statement), statement := u.statement, start := u.start), 12) as picked
        from posting as u
        join query_table(slice) as x using (exchange)
        where u.phrase in (select unnest(keys)) and (whose is null or u.role = whose::voice)
        group by u.phrase
    ),
    example as materialized (
        select e.*, p.length, s.text, s.tokens,
        from (
            select phrase, len(picked) as uses, unnest(range(len(picked))) as place, unnest(picked, recursive := true) from said
        ) as e
        join statement as s using (statement)
        join (select phrase, length from phrase where phrase in (select unnest(keys))) as p using (phrase)
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

-- How many other forms each phrase shown has in the list, and the three used most, as printed, with their uses; list,
-- akin and shown name queries.
create macro phrase_family(list, akin, shown, slice, whose) as table
with
    form as materialized (
        select a.head, n.phrase, n.uses, count(*) over (partition by a.head) as others,
        from query_table(akin) as a
        join query_table(list) as n using (phrase)
        where not n.shown_anyway and a.head in (select phrase from query_table(shown))
        qualify row_number() over (partition by a.head order by n.uses desc, n.phrase) <= 3
    )
select f.head as phrase, any_value(f.others) as others, list(w.wording || ' (' || f.uses || ')' order by f.uses desc, f.phrase) as forms,
from form as f
join phrase_wordings((select list(phrase) from form), slice, whose) as w on w.phrase = f.phrase
group by f.head;

-- Of some phrases in two slices: how they are printed, in the first if it uses them, and in how many briefings of each.
create macro phrases_beside(keys, slice, whose, other, whose_b) as table
select
    p.phrase, p.tokens, coalesce(wa.wording, wb.wording) as wording,
    coalesce(a.briefings, 0) as briefings, coalesce(b.briefings, 0) as briefings_b,
from (select phrase, tokens from phrase where phrase in (select unnest(keys))) as p
left join phrase_briefings(keys, slice, whose) as a on a.phrase = p.phrase
left join phrase_briefings(keys, other, whose_b) as b on b.phrase = p.phrase
left join phrase_wordings(keys, slice, whose) as wa on wa.phrase = p.phrase
left join phrase_wordings(keys, other, whose_b) as wb on wb.phrase = p.phrase;
