-- Which pages are versions of one briefing: the same words, or most of them on one occasion.
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
