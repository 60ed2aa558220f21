-- Which pages are versions of one briefing: the same words, or most of them on one occasion.
create table staged.candidate as
select
    b.*,
    p.name,
    p.url,
    [x::ubigint for x in regexp_extract_all(p.name, '\d{1,18}')] as numbers,
from staged.briefing as b
join (select sha256, min(name) as name, min(url) as url from staged.page group by all) as p using (sha256);

-- Pages whose smallest shingles meet are compared in full; the sketch estimates the Jaccard likeness of the shingles
-- (Broder 1997: of the smallest hashes of the union, the share that both have).
create table staged.likeness as
with
    bucket as (select sha256, source, unnest(sketch[:12]) as shingle from staged.candidate),
    pair as (
        select distinct a.sha256 as one, b.sha256 as other
        from bucket as a
        join bucket as b on a.shingle = b.shingle and a.source = b.source and a.sha256 < b.sha256
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
    a.ministry = b.ministry
    and coalesce(abs(date_diff('day', a.day, b.day)), 0) <= 3
    -- Of a page in another language only the chrome has words that can be compared: it must be the same to be a copy.
    and ((a.language = 'en' and b.language = 'en') or a.body = b.body);

create table staged.family as
with recursive
    link as (
        select one, other from staged.likeness where likeness >= 0.5
        union
        select other, one from staged.likeness where likeness >= 0.5
    ),
    member(sha256, reached) as (
        select sha256, sha256 from staged.candidate
        union
        select member.sha256, link.other from member join link on link.one = member.reached
    )
select sha256, min(reached) as family from member group by sha256;

-- The latest wording is current; of pages with the same words, the first by name stands for all.
create table staged.version as
with
    ranked as (
        select
            c.sha256,
            c.body,
            first(c.sha256) over (
                partition by f.family
                order by c.publication_date desc nulls last, c.day desc nulls last, c.numbers desc, c.name, c.sha256
            ) as latest,
            first(c.body) over (
                partition by f.family
                order by c.publication_date desc nulls last, c.day desc nulls last, c.numbers desc, c.name, c.sha256
            ) as latest_body,
            first(c.sha256) over (partition by f.family, c.body order by c.day nulls last, c.numbers, c.name, c.sha256) as same,
        from staged.candidate as c
        join staged.family as f using (sha256)
    ),
    chosen as (
        select
            *,
            first(same) over (partition by latest, latest_body order by (body = latest_body) desc) as current_sha,
        from ranked
    )
select
    sha256,
    case when sha256 = current_sha then null else current_sha end as current_sha,
    case when sha256 = current_sha then null when sha256 <> same or body = latest_body then 'duplicate' else 'revision' end as fate,
from chosen;
