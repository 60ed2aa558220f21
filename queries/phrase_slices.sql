-- Uses of phrases in slices. A slice is given by the name of a query in the caller's `with` that has the columns of
-- scope(). The uses are those in the voice chosen, by who speaks for the government, and by reporters.
create macro phrases_used(slice, whose, least_words) as table
select
    u.phrase,
    count(*) filter (whose is null or u.role = whose::voice) as uses,
    count(*) filter (u.role = 'spokesperson') as spoken,
    count(*) filter (u.role = 'reporter') as asked,
from phrase_use as u
join query_table(slice) as x using (exchange)
where u.length >= coalesce(least_words, 2)
group by u.phrase
having uses > 0;

-- The tally that has the uses of a slice already: of everything, or of one ministry, source, topic, spokesperson or
-- year; none for others.
create macro tally_of(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
with
    span as (
        select year(since::date) as "year"
        from (select max(day) as last_day from briefing where standing = 'counted')
        where since::date = make_date(year(since::date), 1, 1)
            and least(until_day::date, last_day) between least(make_date(year(since::date), 12, 31), last_day) and make_date(year(since::date), 12, 31)
    )
select kind::utinyint as kind, "key"::usmallint as "key"
from (
    select 0 as kind, 0 as "key", 0 as filters
    union all
    select 1, ministry, 1 from ministry where list_contains(ministries, id)
    union all
    select 2, source, 1 from source where list_contains(sources, id)
    union all
    select 3, topic, 1 from topic where list_contains(about, id)
    union all
    select 4, speaker, 1 from speaker where list_contains(spokespersons, name)
    union all
    select 5, "year", 1 from span
)
where
    saying is null
    and echoes is null
    and coalesce(whose, 'spokesperson') = 'spokesperson'
    and filters = coalesce(len(ministries), 0) + coalesce(len(sources), 0) + coalesce(len(about), 0)
        + coalesce(len(spokespersons), 0) + (coalesce(since, until_day) is not null)::integer;

-- Uses of phrases as `phrases_used` has them, by way of the tally where there is one.
create macro phrases_counted(slice, whose, least_words, tally) as table
with uncounted as (select * from query_table(slice) where not exists (from query_table(tally)))
from phrases_used('uncounted', whose, least_words)
union all
select
    t.phrase,
    case when whose is null then t.uses else t.spoken end as uses,
    t.spoken,
    case when whose is null then t.asked else t.answered end as asked,
from phrase_tally as t
where t.kind = (select k.kind from query_table(tally) as k) and t."key" = (select k."key" from query_table(tally) as k)
    and t.length >= coalesce(least_words, 2) and case when whose is null then t.uses else t.spoken end > 0;

-- The same of two slices, each in its own voice.
create macro phrases_compared(slice, whose, tally, other, whose_b, tally_b, least_words) as table
select phrase, coalesce(a.uses, 0) as uses_a, coalesce(b.uses, 0) as uses_b, uses_a + uses_b as uses,
from phrases_counted(slice, whose, least_words, tally) as a
full join phrases_counted(other, whose_b, least_words, tally_b) as b using (phrase);

-- The size of a slice: briefings, words in the voice chosen, of who speaks for the government, of reporters.
create macro slice_size(slice) as table
select
    count(distinct x.briefing) as held,
    coalesce(sum(x.words), 0)::double as words,
    coalesce(sum(e.spoken_words), 0)::double as spoken_words,
    coalesce((
        select sum(a.words) from speech as a join query_table(slice) as y using (exchange) where a.role = 'reporter'
    ), 0)::double as asked_words,
from query_table(slice) as x
join exchange as e using (exchange);

-- Phrases whose words hold a run of tokens (a space before and behind), or lie inside another phrase.
create macro phrases_holding(looking, inside) as table
select phrase
from phrase
where
    coalesce(looking, inside) is not null
    and (looking is null or contains(' ' || tokens || ' ', looking))
    and (inside is null or (tokens <> inside and contains(' ' || inside || ' ', ' ' || tokens || ' ')));

-- By which number a list of phrases is ranked; conservative is the log ratio that is safe to claim, or nearly that.
create macro rank_by(ranking, conservative, g2, uses, briefings, first_day) as case ranking
    when 'uses' then uses
    when 'briefings' then least(uses, briefings)
    when 'newest' then date_diff('day', date '1900-01-01', first_day)
    else coalesce(case when conservative > 0 then 1e9 + conservative else g2 end, uses)
end::double;

-- The same number once the conservative log ratio is known exactly.
create macro rank_again(ranking, place, conservative, g2, uses) as case
    when ranking in ('uses', 'briefings', 'newest') then place else rank_by(null, conservative, g2, uses, null, null)
end;

-- How many phrases, the first by keyness or by uses, a page of a list is made from; null, all, where another order or
-- a search decides.
create macro pool_of(ranking, narrowed, shown) as case
    when narrowed is null and coalesce(ranking, 'keyness') not in ('briefings', 'newest') then 60 * shown
end;

-- Used phrases with what is known of them, the keyness of the spokespersons' words against the reporters', and the
-- number that ranks them. used and size name queries with the columns of phrases_counted and slice_size. narrowed:
-- null where no search is on; shown: how many of the list are wanted.
create macro phrases_ranked(used, size, whose, ranking, narrowed, shown) as table
with
    level as (select *, 0.025 / family as tail, normal_quantile(0.025 / family) as z from query_table(size)),
    -- Many phrases have the same few uses: what depends on these alone is found once for all of them.
    alike as (select uses, spoken, asked, count(*) as phrases from query_table(used) group by all),
    weighed as (
        select u.*, s.*, log_likelihood(u.spoken, s.spoken_words, u.asked, s.asked_words) as g2,
        from alike as u
        cross join level as s
    ),
    -- Where G² is below half of the square, the bound is 0 in any case.
    scored as (
        select *, case when 2 * g2 > z * z then rough_log_ratio(spoken, spoken_words, asked, asked_words, tail, z) end as rough,
        from weighed
    ),
    pool as materialized(
        from scored
        qualify
            coalesce(sum(phrases) over (
                order by rank_by(case ranking when 'uses' then 'uses' end, rough, g2, uses, null, null) desc, g2 desc
                rows between unbounded preceding and 1 preceding
            ), 0) < coalesce(pool_of(ranking, narrowed, shown), 1e18)
    ),
    picked as materialized(select u.phrase, c.* from pool as c join query_table(used) as u using (uses, spoken, asked))
select
    c.*,
    p.length,
    p.named,
    p.core,
    fragment(p.runs_on, p.ends, p.uses) as fragment,
    case when whose = 'spokesperson' then p.spoken_status else p.status end as status,
    rank_by(ranking, c.rough, c.g2, c.uses, p.briefings, p.first_day) as place,
from picked as c
join phrase as p using (phrase);

-- Compared phrases with what is known of them and the keyness of one side's uses against the other's: said, a and b
-- name queries with the columns of phrases_compared and slice_size, a with the family too; pool: how many phrases, the
-- first by G², the list is made from; null: all.
create macro phrases_against(said, a, b, pool) as table
with
    alike as (select uses_a, uses_b, any_value(uses) as uses, count(*) as phrases from query_table(said) group by uses_a, uses_b),
    weighed as (
        select c.*, a.family, a.words as n, b.words as m, log_likelihood(c.uses_a, n, c.uses_b, m) as g2,
        from alike as c
        cross join query_table(a) as a
        cross join query_table(b) as b
    ),
    scored as materialized(
        from weighed
        qualify
            coalesce(sum(phrases) over (order by abs(g2) desc rows between unbounded preceding and 1 preceding), 0)
            < coalesce(pool, 1e18)
    ),
    picked as materialized(select u.phrase, c.* from scored as c join query_table(said) as u using (uses_a, uses_b))
select c.*, p.length, p.named, p.core, fragment(p.runs_on, p.ends, p.uses) as fragment,
from picked as c
join phrase as p using (phrase);
