-- Pages with the same bytes
-- one row per: page that repeats another
-- The first by name was read; the others are exact copies of it.
with
    ranked as (
        select
            name,
            sha256,
            size,
            first_value(name) over (partition by sha256 order by name, path) as copy_of,
            row_number() over (partition by sha256 order by name, path) as place,
        from page
        where reason is null
    )
select name as file, copy_of, sha256, size,
from ranked
where place > 1
order by copy_of, place
