-- Pages with the same bytes
-- one row per: page that repeats another
-- The first by name was read; the others are exact copies of it. Named by their paths where their names are the same.
with
    ranked as (
        select
            name,
            path,
            sha256,
            size,
            first_value(name) over (partition by sha256 order by name, path) as first_name,
            first_value(path) over (partition by sha256 order by name, path) as first_path,
            row_number() over (partition by sha256 order by name, path) as place,
        from page
        where reason is null
    )
select
    if(name = first_name, path, name) as file, if(name = first_name, first_path, first_name) as copy_of, sha256, size,
from ranked
where place > 1
order by first_name, place
