-- What a load did, in pages: fate, reason of a refusal, pages.
with
    known as (select path, record, any_value(sha256) as sha256 from old.page group by all),
    fresh as (
        select p.*
        from staged.page as p
        left join old.page as o using (path, record, sha256)
        where o.path is null or p.parser_digest <> o.parser_digest
    )
select
    case
        when fresh.reason is not null then 'quarantined' when known.sha256 <> fresh.sha256 then 'replaced' else 'loaded'
    end as fate,
    fresh.reason,
    count(*) as pages,
from fresh
left join known using (path, record)
group by all
union all
select 'outdated', null, count(*)
from staged.page
where parser_digest <> $1
having count(*) > 0
