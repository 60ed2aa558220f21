-- What the new database was made of and by, and how much of it counts.
insert into built.release
select
    $loaded_at, $code_version, $parser_digest, $lexicon_digest, $input_digest, $row_hash,
    coalesce((select bool_and(contains(text, 'SYNTHETIC SAMPLE')) from built.briefing), false),
    (select count(*) from built.page),
    (select count(*) from built.briefing where standing = 'counted'),
    (select count(*) from built.exchange where standing = 'counted'),
    (select count(*) from built.statement where standing = 'counted'),
    (select coalesce(sum(words), 0) from built.exchange where standing = 'counted'),
    $stance_model, $stance_digest, $targets_digest;
