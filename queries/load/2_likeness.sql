-- How like pages are that may be versions of one briefing.
create table staged.candidate as
select
    b.*,
    p.name,
    p.url,
    [x::ubigint for x in regexp_extract_all(p.name, '\d{1,18}')] as numbers,
from staged.briefing as b
join (select sha256, min(name) as name, min(url) as url from staged.page group by all) as p using (sha256);

-- Pages whose smallest shingles meet are compared in full; the sketch estimates the Jaccard likeness of the shingles
-- (Broder 1997: of the smallest hashes of the union, the share that both have). Only pages of days that lie near can be
-- versions: the join keeps to these, or it would grow with the square of the pages. A page without a day is compared
-- with all that share a shingle which is not in a thousand pages.
create table staged.bucket as
select sha256, source, ministry, day, unnest(sketch[:12]) as shingle, from staged.candidate;

create table staged.likeness as
with
    near as (select *, unnest(range(-3, 4))::integer + day as other_day, from staged.bucket where day is not null),
    rare as (select shingle from staged.bucket group by all having count(*) < 1000),
    pair as (
        select a.sha256 as one, b.sha256 as other
        from near as a
        join staged.bucket as b
            on a.shingle = b.shingle and a.source = b.source and a.ministry = b.ministry and a.other_day = b.day and a.sha256 < b.sha256
        union
        select least(a.sha256, b.sha256), greatest(a.sha256, b.sha256)
        from staged.bucket as a
        join rare using (shingle)
        join staged.bucket as b on a.shingle = b.shingle and a.source = b.source and a.ministry = b.ministry and a.sha256 <> b.sha256
        where a.day is null
    )
select
    pair.one,
    pair.other,
    len(list_intersect(list_sort(list_distinct(a.sketch || b.sketch))[:len(a.sketch)], list_intersect(a.sketch, b.sketch)))
        / len(a.sketch) as likeness,
from pair
join staged.candidate as a on a.sha256 = pair.one
join staged.candidate as b on b.sha256 = pair.other
where
    -- Of a page in another language only the chrome has words that can be compared: it must be the same to be a copy.
    (a.language = 'en' and b.language = 'en') or a.body = b.body;
