-- Refused pages
-- one row per: page
-- The message names the remedy; the excerpt is what a reader would have seen.
select name as file, reason, message, excerpt, size, sha256, from page where reason is not null order by reason, name
