-- Parsed pages before they get their keys: every row is named by the sha256 of its page.
create table staged.page (
    path varchar, record varchar, name varchar, sha256 varchar, input_sha256 varchar, size ubigint, url varchar,
    fetched date, parser_digest varchar, reason varchar, message varchar, excerpt varchar,
);
create table staged.briefing (
    sha256 varchar, source varchar, ministry varchar, day date, publication_date date, date_source varchar,
    language varchar, headline varchar, city varchar, agency varchar, spokespersons varchar[], body varchar,
    words uinteger, sketch ubigint[], text varchar,
);
create table staged.exchange (sha256 varchar, position usmallint, kind varchar, topics varchar[]);
create table staged.turn (
    sha256 varchar, position usmallint, exchange usmallint, kind varchar, role varchar, speaker varchar, outlet varchar,
    label varchar,
);
create table staged.statement (
    sha256 varchar, position usmallint, turn usmallint, exchange usmallint, speaker varchar, role varchar, mode varchar,
    span_start uinteger, span_end uinteger, words usmallint, text varchar, tokens varchar,
);
create table staged.topic_hit (
    sha256 varchar, statement usmallint, exchange usmallint, topic varchar, term varchar, span_start uinteger,
    span_end uinteger,
);
create table staged.ministry (id varchar, name varchar, country varchar);
create table staged.source (id varchar, name varchar, kind varchar);
create table staged.topic (id varchar, title varchar);
create table staged.phrase_tally (
    kind utinyint, "key" usmallint, phrase uinteger, uses uinteger, spoken uinteger, asked uinteger, answered uinteger,
);
create table staged.answer_cue (form varchar, statement uinteger, span_start uinteger, span_end uinteger, asked boolean);
create table staged.fresh (statement uinteger, fresh usmallint);
create table staged.near (statement uinteger, earlier uinteger, likeness double);
create table staged.phrase_named (phrase uinteger, named boolean);
create table staged.phrase (
    phrase uinteger, statement uinteger, start usmallint, length usmallint, runs_on uinteger, ends uinteger,
    core uinteger[], asked uinteger,
    uses uinteger, briefings uinteger, sightings uinteger, first_place uinteger, last_place uinteger, held uinteger,
    silence uinteger, return_p double, "first" integer, "last" integer,
    spoken_uses uinteger, spoken_briefings uinteger, spoken_sightings uinteger, spoken_first_place uinteger,
    spoken_last_place uinteger, spoken_held uinteger, spoken_silence uinteger, spoken_return_p double,
    spoken_first integer, spoken_last integer,
);
create table staged.target (id varchar, title varchar, kind varchar);
create table staged.naming (
    statement uinteger, target varchar, names struct("first" uinteger, "last" uinteger)[],
);
create table staged.judged (
    statement uinteger, target varchar, label varchar, probability float, cues struct("first" uinteger, "last" uinteger)[],
);
