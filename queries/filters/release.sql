-- The release
-- one row per: database
-- Days span the briefings that count.
select
    r.row_hash,
    r.loaded_at,
    r.code_version,
    r.lexicon_digest,
    r.parser_digest,
    r.input_digest,
    r.synthetic,
    r.pages,
    r.briefings,
    r.exchanges,
    r.statements,
    r.words,
    r.stance_model,
    r.stance_digest,
    r.targets_digest,
    (select min(day) from exchange where standing in ('counted', 'echo')) as first_day,
    (select max(day) from exchange where standing in ('counted', 'echo')) as last_day,
    (select count(*) from briefing where standing = 'echo') as echoes,
from release as r
