-- A page to load again
-- one row per: page
-- The first that became a briefing: loading it with another lexicon labels every briefing of the database anew.
select path from page where reason is null order by path limit 1
