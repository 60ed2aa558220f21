-- The database of parsed briefings: tables, readable views, the shared filter, the statistics.
-- Tables are singular and hold integer keys; the plural views spell the names out (start there).
-- Every offset counts characters from 0 into briefing.text; span_end is one behind the last one.

create type standing as enum ('counted', 'echo', 'revision', 'duplicate', 'unanalysed');
comment on type standing is 'counted: in every number. echo: a report of a ministry whose own transcripts cover the span. revision: replaced by a later wording. duplicate: the same words as another page. unanalysed: not in English.';

create table release (
    loaded_at timestamp,
    code_version varchar,
    parser_digest varchar,
    lexicon_digest varchar,
    input_digest varchar,
    row_hash varchar,
    synthetic boolean,
    pages uinteger,
    briefings uinteger,
    exchanges uinteger,
    statements uinteger,
    words uinteger,
    stance_model varchar,
    stance_digest varchar,
    targets_digest varchar,
);
comment on table release is 'One row: what this file was made of and by.';
comment on column release.loaded_at is 'When the load ended, UTC.';
comment on column release.code_version is 'Version of the program.';
comment on column release.parser_digest is 'Digest of the parsing code and of data/people.toml and data/sources.toml.';
comment on column release.lexicon_digest is 'Digest of data/lexicon.';
comment on column release.input_digest is 'Digest of the sha256 of every page.';
comment on column release.row_hash is 'Digest of every row of every table but this one and the paths: equal files hold equal rows.';
comment on column release.synthetic is 'True where the pages are the made-up sample.';
comment on column release.pages is 'Pages read, refused ones included.';
comment on column release.briefings is 'Briefings that count.';
comment on column release.exchanges is 'Exchanges of the briefings that count.';
comment on column release.statements is 'Statements of the briefings that count.';
comment on column release.words is 'Words of the statements that count.';
comment on column release.stance_model is 'The model that judged the stances: encoder or fast; null where none did.';
comment on column release.stance_digest is 'Digest of that model and of the code that reads it.';
comment on column release.targets_digest is 'Digest of data/lexicon/targets.toml and cues.toml.';

create table ministry (ministry utinyint primary key, id varchar, name varchar, country varchar);
comment on table ministry is 'Whose words they are.';
comment on column ministry.ministry is 'Key.';
comment on column ministry.id is 'Identifier in links and in data/sources.toml.';
comment on column ministry.name is 'Name as shown.';
comment on column ministry.country is 'Country whose public holidays count; null for invented ones.';

create table source (source utinyint primary key, id varchar, name varchar, kind varchar);
comment on table source is 'A publisher in one format.';
comment on column source.source is 'Key.';
comment on column source.id is 'Identifier in links and in data/sources.toml.';
comment on column source.name is 'Name as shown.';
comment on column source.kind is 'transcript or report.';

create table speaker (speaker usmallint primary key, name varchar);
comment on table speaker is 'Everyone who speaks, by full name where known, else as printed.';
comment on column speaker.speaker is 'Key.';
comment on column speaker.name is 'Name.';

create table outlet (outlet usmallint primary key, name varchar);
comment on table outlet is 'News organisations named as askers.';
comment on column outlet.outlet is 'Key.';
comment on column outlet.name is 'Name as printed.';

create table topic (topic utinyint primary key, id varchar, title varchar);
comment on table topic is 'The topics of the lexicon.';
comment on column topic.topic is 'Key.';
comment on column topic.id is 'Identifier in links and in data/lexicon.';
comment on column topic.title is 'Name as shown.';

create table page (
    path varchar,
    record varchar,
    name varchar,
    sha256 varchar,
    input_sha256 varchar,
    size ubigint,
    url varchar,
    fetched date,
    parser_digest varchar,
    reason varchar,
    message varchar,
    excerpt varchar,
);
comment on table page is 'Every page read: a file, or a record inside a WARC or a table.';
comment on column page.path is 'The file on the machine that loaded it.';
comment on column page.record is 'Which record of the file; empty where the file is one page.';
comment on column page.name is 'File name and record, as shown.';
comment on column page.sha256 is 'sha256 of the page as it arrived.';
comment on column page.input_sha256 is 'sha256 of the file that holds the page; behind a table read with --columns, + and the sha256 of those.';
comment on column page.size is 'Bytes.';
comment on column page.url is 'Address, only where the page or its WARC record gives one.';
comment on column page.fetched is 'Day of the fetch, where a WARC record gives one.';
comment on column page.parser_digest is 'The parser that read it.';
comment on column page.reason is 'Why it was refused; null for a briefing.';
comment on column page.message is 'The refusal in words, with the remedy.';
comment on column page.excerpt is 'First 200 characters of a refused page.';

create table briefing (
    briefing uinteger primary key,
    id varchar,
    sha256 varchar,
    standing standing,
    current uinteger,
    source utinyint,
    ministry utinyint,
    day date,
    publication_date date,
    date_source varchar,
    language varchar,
    headline varchar,
    city varchar,
    agency varchar,
    spokespersons varchar[],
    url varchar,
    name varchar,
    body varchar,
    words uinteger,
    sketch ubigint[],
    text varchar,
);
comment on table briefing is 'One page or transcript of one occasion, every version of it.';
comment on column briefing.briefing is 'Key, by date.';
comment on column briefing.id is 'Identifier in links: a digest of the day and the words said.';
comment on column briefing.sha256 is 'The page it was read from.';
comment on column briefing.standing is 'Whether and why it counts.';
comment on column briefing.current is 'Of a revision or duplicate: the briefing that counts instead.';
comment on column briefing.source is 'Key of source.';
comment on column briefing.ministry is 'Key of ministry.';
comment on column briefing.day is 'Day of the briefing; null where the page gives none.';
comment on column briefing.publication_date is 'Day of publication, where the page gives one.';
comment on column briefing.date_source is 'Where on the page the day was found.';
comment on column briefing.language is 'ISO 639-1 code; only en is analysed.';
comment on column briefing.headline is 'Headline.';
comment on column briefing.city is 'City of the dateline.';
comment on column briefing.agency is 'Publisher of the words.';
comment on column briefing.spokespersons is 'Who spoke for the government.';
comment on column briefing.url is 'Address, only where the page or its WARC record gives one.';
comment on column briefing.name is 'File name.';
comment on column briefing.body is 'Digest of the words said: equal for copies of one briefing.';
comment on column briefing.words is 'Words inside statements.';
comment on column briefing.sketch is 'Smallest hashes of the word 3-shingles, to compare versions.';
comment on column briefing.text is 'The whole visible text of the page, one paragraph per line.';

create table exchange (
    exchange uinteger primary key,
    briefing uinteger,
    position usmallint,
    day date,
    ministry utinyint,
    source utinyint,
    speaker usmallint,
    outlet usmallint,
    standing standing,
    kind varchar,
    statements usmallint,
    spoken usmallint,
    words uinteger,
    spoken_words uinteger,
);
comment on table exchange is 'A question with its answer, an announcement, or a whole report. The unit of topic frequency.';
comment on column exchange.exchange is 'Key, by date.';
comment on column exchange.briefing is 'Key of briefing.';
comment on column exchange.position is 'Place in the briefing, from 0.';
comment on column exchange.day is 'Day of the briefing.';
comment on column exchange.ministry is 'Key of ministry.';
comment on column exchange.source is 'Key of source.';
comment on column exchange.speaker is 'Who mainly spoke for the government in it.';
comment on column exchange.outlet is 'Who asked first, where named.';
comment on column exchange.standing is 'As in briefing.';
comment on column exchange.kind is 'qa, announcement or report.';
comment on column exchange.statements is 'Statements in it.';
comment on column exchange.spoken is 'Statements in it by those who speak for the government.';
comment on column exchange.words is 'Words in it.';
comment on column exchange.spoken_words is 'Words in it by those who speak for the government.';

create table turn (
    turn uinteger primary key,
    exchange uinteger,
    briefing uinteger,
    position usmallint,
    kind varchar,
    role varchar,
    speaker usmallint,
    outlet usmallint,
    label varchar,
);
comment on table turn is 'One speaker''s continuous words inside an exchange.';
comment on column turn.turn is 'Key, by date.';
comment on column turn.exchange is 'Key of exchange.';
comment on column turn.briefing is 'Key of briefing.';
comment on column turn.position is 'Place in the briefing, from 0.';
comment on column turn.kind is 'announcement, question, answer or report.';
comment on column turn.role is 'spokesperson, reporter, third_party or narrator.';
comment on column turn.speaker is 'Key of speaker; null for an unnamed reporter.';
comment on column turn.outlet is 'Key of outlet, where named.';
comment on column turn.label is 'The label as printed.';

create table statement (
    statement uinteger primary key,
    turn uinteger,
    exchange uinteger,
    briefing uinteger,
    position usmallint,
    day date,
    ministry utinyint,
    source utinyint,
    speaker usmallint,
    standing standing,
    role varchar,
    mode varchar,
    span_start uinteger,
    span_end uinteger,
    words usmallint,
    text varchar,
    tokens varchar,
);
comment on table statement is 'One sentence. The unit of stance and of evidence.';
comment on column statement.statement is 'Key, by date.';
comment on column statement.turn is 'Key of turn.';
comment on column statement.exchange is 'Key of exchange.';
comment on column statement.briefing is 'Key of briefing.';
comment on column statement.position is 'Place in the briefing, from 0.';
comment on column statement.day is 'Day of the briefing.';
comment on column statement.ministry is 'Key of ministry.';
comment on column statement.source is 'Key of source.';
comment on column statement.speaker is 'Whose words; null for narration and unnamed reporters.';
comment on column statement.standing is 'As in briefing.';
comment on column statement.role is 'spokesperson (speaks for the government), reporter, third_party or narrator.';
comment on column statement.mode is 'direct_quote, reported, transcript or narration.';
comment on column statement.span_start is 'First character in briefing.text.';
comment on column statement.span_end is 'One behind the last character in briefing.text.';
comment on column statement.words is 'Words in it.';
comment on column statement.text is 'The sentence.';
comment on column statement.tokens is 'Its words as they are compared, one space before and behind each.';

create table exchange_topic (
    topic utinyint,
    exchange uinteger,
    briefing uinteger,
    day date,
    ministry utinyint,
    source utinyint,
    speaker usmallint,
    standing standing,
);
comment on table exchange_topic is 'What each exchange is about.';
comment on column exchange_topic.topic is 'Key of topic.';
comment on column exchange_topic.exchange is 'Key of exchange.';
comment on column exchange_topic.briefing is 'Key of briefing.';
comment on column exchange_topic.day is 'Day of the briefing.';
comment on column exchange_topic.ministry is 'Key of ministry.';
comment on column exchange_topic.source is 'Key of source.';
comment on column exchange_topic.speaker is 'As in exchange.';
comment on column exchange_topic.standing is 'As in briefing.';

create table topic_hit (
    topic utinyint,
    exchange uinteger,
    statement uinteger,
    briefing uinteger,
    term varchar,
    span_start uinteger,
    span_end uinteger,
);
comment on table topic_hit is 'Words that speak for a topic, wherever they stand in a statement.';
comment on column topic_hit.topic is 'Key of topic.';
comment on column topic_hit.exchange is 'Key of exchange.';
comment on column topic_hit.statement is 'Key of statement.';
comment on column topic_hit.briefing is 'Key of briefing.';
comment on column topic_hit.term is 'The lexicon''s term that made the hit.';
comment on column topic_hit.span_start is 'First character in briefing.text.';
comment on column topic_hit.span_end is 'One behind the last character in briefing.text.';

create type voice as enum ('spokesperson', 'reporter', 'third_party', 'narrator');
comment on type voice is 'The roles of speakers, in one byte.';

create table phrase (
    phrase uinteger primary key,
    tokens varchar,
    length usmallint,
    uses uinteger,
    briefings uinteger,
    first_day date,
    last_day date,
    silence uinteger,
    unused_for uinteger,
    status varchar,
    spoken_uses uinteger,
    spoken_briefings uinteger,
    spoken_first_day date,
    spoken_last_day date,
    spoken_silence uinteger,
    spoken_unused_for uinteger,
    spoken_status varchar,
    asked uinteger,
    runs_on uinteger,
    ends uinteger,
    core uinteger[],
    named boolean,
);
comment on table phrase is 'Recurring word sequences: two words and more, no function word at either end, in enough briefings. One that the same words always follow or precede is left out: it has the uses of the longer one that holds it.';
comment on column phrase.phrase is 'Key.';
comment on column phrase.tokens is 'Its words as they are compared, one space between.';
comment on column phrase.length is 'How many words, possessive endings counted too.';
comment on column phrase.uses is 'Uses in briefings that count.';
comment on column phrase.briefings is 'Briefings that count and hold it: the document frequency.';
comment on column phrase.first_day is 'Day of the first use.';
comment on column phrase.last_day is 'Day of the last use.';
comment on column phrase.silence is 'Most briefings between two uses, of the sources that use it.';
comment on column phrase.unused_for is 'Briefings held since the last use, of the sources that use it.';
comment on column phrase.status is 'new, revived, dormant, active or rare: see life_status.';
comment on column phrase.spoken_uses is 'Uses by those who speak for the government.';
comment on column phrase.spoken_briefings is 'Briefings with one of these.';
comment on column phrase.spoken_first_day is 'Day of the first of these.';
comment on column phrase.spoken_last_day is 'Day of the last of these.';
comment on column phrase.spoken_silence is 'Most briefings between two of these.';
comment on column phrase.spoken_unused_for is 'Briefings held since the last of these.';
comment on column phrase.spoken_status is 'Status by these alone.';
comment on column phrase.asked is 'Uses by reporters.';
comment on column phrase.runs_on is 'Uses that another content word follows at once: a fragment where nearly all do.';
comment on column phrase.ends is 'Uses with which a sentence or a quotation ends: a fragment where hardly any does.';
comment on column phrase.core is 'Numbers of the stems of its content words, each once, sorted: equal for forms of one formulation that differ in number, tense, order or function words.';
comment on column phrase.named is 'Whether it names a person or an office.';

create table function_word (word varchar, kind varchar);
comment on table function_word is 'Words with which no phrase begins or ends: data/lexicon/stopwords.toml.';
comment on column function_word.word is 'Word.';
comment on column function_word.kind is 'Its kind there: articles, prepositions, ...';

create table phrase_within (phrase uinteger, longer uinteger);
comment on table phrase_within is 'Which phrase lies within which: only the next longer ones.';
comment on column phrase_within.phrase is 'Key of the shorter phrase.';
comment on column phrase_within.longer is 'Key of the longer phrase.';

create table phrase_tally (
    kind utinyint,
    "key" usmallint,
    phrase uinteger,
    uses uinteger,
    spoken uinteger,
    asked uinteger,
    answered uinteger,
    length usmallint,
);
comment on table phrase_tally is 'Uses of phrases summed up for the slices asked for most, in briefings that count.';
comment on column phrase_tally.kind is '0: everything. 1: a ministry. 2: a source. 3: the exchanges about a topic. 4: the exchanges of a spokesperson. 5: a year.';
comment on column phrase_tally."key" is 'Key of ministry, source, topic or speaker, or the year; 0 for everything.';
comment on column phrase_tally.phrase is 'Key of phrase.';
comment on column phrase_tally.uses is 'Uses.';
comment on column phrase_tally.spoken is 'Uses by those who speak for the government.';
comment on column phrase_tally.asked is 'Uses by reporters.';
comment on column phrase_tally.length is 'As in phrase.';
comment on column phrase_tally.answered is 'Uses by reporters in exchanges in which someone speaks for the government.';

create table phrase_use (
    statement uinteger,
    start usmallint,
    phrase uinteger,
    exchange uinteger,
    briefing uinteger,
    role voice,
    length usmallint,
);
comment on table phrase_use is 'Every use of a phrase in briefings that count and their echoes, in the order of the calendar.';
comment on column phrase_use.statement is 'Key of statement.';
comment on column phrase_use.start is 'Its first token, from 0, among those of the statement.';
comment on column phrase_use.phrase is 'Key of phrase.';
comment on column phrase_use.exchange is 'Key of exchange.';
comment on column phrase_use.briefing is 'Key of briefing.';
comment on column phrase_use.role is 'Of who says it.';
comment on column phrase_use.length is 'As in phrase.';

create table posting (
    phrase uinteger,
    statement uinteger,
    start usmallint,
    exchange uinteger,
    briefing uinteger,
    role voice,
);
comment on table posting is 'The same uses phrase by phrase.';
comment on column posting.phrase is 'Key of phrase.';
comment on column posting.statement is 'Key of statement.';
comment on column posting.start is 'As in phrase_use.';
comment on column posting.exchange is 'Key of exchange.';
comment on column posting.briefing is 'Key of briefing.';
comment on column posting.role is 'Of who says it.';

create table said_before (statement uinteger, earlier uinteger, likeness float);
comment on table said_before is 'Statements that one of an earlier day, which counts, matches word for word or nearly: Jaccard likeness of the word 3-shingles of 0.8 and more.';
comment on column said_before.statement is 'Key of statement.';
comment on column said_before.earlier is 'The first statement like it.';
comment on column said_before.likeness is 'How like; 1 where it has the same words.';

create table novelty (
    briefing uinteger,
    statements uinteger,
    identical uinteger,
    nearly uinteger,
    runs uinteger,
    new_runs uinteger,
);
comment on table novelty is 'How much of what those who speak for the government say in a briefing was said before; statements of three words and more.';
comment on column novelty.briefing is 'Key of briefing.';
comment on column novelty.statements is 'Their statements.';
comment on column novelty.identical is 'Of these, said before word for word.';
comment on column novelty.nearly is 'Of these, said before in nearly the same words.';
comment on column novelty.runs is 'Runs of three words in the statements.';
comment on column novelty.new_runs is 'Of these, in no earlier statement, by whomever.';

create table speech (exchange uinteger, role voice, speaker usmallint, briefing uinteger, words uinteger);
comment on table speech is 'How much everyone says in an exchange.';
comment on column speech.exchange is 'Key of exchange.';
comment on column speech.role is 'In which role.';
comment on column speech.speaker is 'Key of speaker; null for the unnamed.';
comment on column speech.briefing is 'Key of briefing.';
comment on column speech.words is 'Words.';

-- Sums of the load, so that no chart reads texts or hits.
create table topic_use (topic utinyint, exchange uinteger, briefing uinteger, role voice, uses uinteger, statements usmallint);
comment on table topic_use is 'How often the words of a topic stand in an exchange, by whose statements they are.';
comment on column topic_use.topic is 'Key of topic.';
comment on column topic_use.exchange is 'Key of exchange.';
comment on column topic_use.briefing is 'Key of briefing.';
comment on column topic_use.role is 'Of who says them.';
comment on column topic_use.uses is 'Places: words of two terms in one place are one use.';
comment on column topic_use.statements is 'Statements that hold them.';

create table printed (
    exchange uinteger,
    briefing uinteger,
    words uinteger,
    questions usmallint,
    answers usmallint,
    announcements usmallint,
    outlets_named usmallint,
);
comment on table printed is 'What an exchange is made of on the page.';
comment on column printed.exchange is 'Key of exchange.';
comment on column printed.briefing is 'Key of briefing.';
comment on column printed.words is 'Words of its statements, as white space parts them.';
comment on column printed.questions is 'Turns that ask.';
comment on column printed.answers is 'Turns that answer.';
comment on column printed.announcements is 'Turns that announce.';
comment on column printed.outlets_named is 'Turns that ask and name their outlet.';

create table page_words (briefing uinteger, words uinteger);
comment on table page_words is 'How many words stand on the page of a briefing, as white space parts them.';
comment on column page_words.briefing is 'Key of briefing.';
comment on column page_words.words is 'Words.';

create type answer_form as enum ('referral', 'no-information', 'declined', 'repeated', 'brief', 'substantive');
comment on type answer_form is 'How a question was answered. referral: sent elsewhere. no-information: nothing known. declined: not answered. repeated: an earlier answer again. brief: under eight words, which tell too little. substantive: all others.';

create table answer (
    exchange uinteger,
    briefing uinteger,
    day date,
    ministry utinyint,
    source utinyint,
    speaker usmallint,
    outlet usmallint,
    standing standing,
    form answer_form,
    words uinteger,
    question_words uinteger,
);
comment on table answer is 'Every question with an answer by someone who speaks for the government, and its form.';
comment on column answer.exchange is 'Key of exchange.';
comment on column answer.briefing is 'Key of briefing.';
comment on column answer.day is 'Day of the briefing.';
comment on column answer.ministry is 'Key of ministry.';
comment on column answer.source is 'Key of source.';
comment on column answer.speaker is 'Who mainly answers.';
comment on column answer.outlet is 'Who asked first, where named.';
comment on column answer.standing is 'As in briefing.';
comment on column answer.form is 'Which form.';
comment on column answer.words is 'Words of the answer.';
comment on column answer.question_words is 'Words of the questions.';

create table answer_cue (
    form answer_form,
    exchange uinteger,
    statement uinteger,
    briefing uinteger,
    span_start uinteger,
    span_end uinteger,
);
comment on table answer_cue is 'Words that speak for a form of answer.';
comment on column answer_cue.form is 'Which form.';
comment on column answer_cue.exchange is 'Key of exchange.';
comment on column answer_cue.statement is 'Key of statement.';
comment on column answer_cue.briefing is 'Key of briefing.';
comment on column answer_cue.span_start is 'First character in briefing.text.';
comment on column answer_cue.span_end is 'One behind the last.';

create type stance_label as enum ('opposed', 'neutral', 'supportive');
comment on type stance_label is 'What a government expresses toward a target.';

create table target (target usmallint primary key, id varchar, title varchar, kind varchar);
comment on table target is 'Actors and issues that stance is taken toward, those of data/lexicon/targets.toml.';
comment on column target.target is 'Key.';
comment on column target.id is 'Identifier in links and in data/lexicon/targets.toml.';
comment on column target.title is 'Name as shown.';
comment on column target.kind is 'country, organisation, group, issue or dispute.';

create table stance (
    statement uinteger,
    target usmallint,
    label stance_label,
    probability float,
    cues struct("first" uinteger, "last" uinteger)[],
    names struct("first" uinteger, "last" uinteger)[],
    exchange uinteger,
    briefing uinteger,
    day date,
    ministry utinyint,
    source utinyint,
    speaker usmallint,
    standing standing,
);
comment on table stance is 'What a statement by someone who speaks for a government expresses toward a target that it names; the government itself is none.';
comment on column stance.statement is 'Key of statement.';
comment on column stance.target is 'Key of target.';
comment on column stance.label is 'opposed, neutral or supportive.';
comment on column stance.probability is 'How sure the model is of the label.';
comment on column stance.cues is 'The words that carry the label, first character and one behind the last, in briefing.text; neutral has none.';
comment on column stance.names is 'Where the statement names the target, likewise.';
comment on column stance.exchange is 'Key of exchange.';
comment on column stance.briefing is 'Key of briefing.';
comment on column stance.day is 'Day of the briefing.';
comment on column stance.ministry is 'Key of ministry.';
comment on column stance.source is 'Key of source.';
comment on column stance.speaker is 'Whose words.';
comment on column stance.standing is 'As in briefing.';

-- The index of Search.
create table word (word uinteger, token varchar, uses uinteger);
comment on table word is 'Every word said, in the order of its characters: words that begin alike are numbered in a row.';
comment on column word.word is 'Key.';
comment on column word.token is 'The word as it is compared.';
comment on column word.uses is 'How often it stands in statements, those that do not count included.';

create table facet (facet utinyint, ministry utinyint, source utinyint, standing standing, role varchar);
comment on table facet is 'What the filters tell statements apart by, in one byte.';
comment on column facet.facet is 'Key.';
comment on column facet.ministry is 'Key of ministry.';
comment on column facet.source is 'Key of source.';
comment on column facet.standing is 'As in briefing.';
comment on column facet.role is 'As in statement.';

create table day_begin (day date, statement uinteger);
comment on table day_begin is 'Where each day begins among the statements, which stand in the order of their days.';
comment on column day_begin.day is 'Day; null for the undated, which come last.';
comment on column day_begin.statement is 'Key of its first statement.';

create table occurrence (
    word uinteger,
    following uinteger,
    statement uinteger,
    place usmallint,
    fresh utinyint,
    facet utinyint,
);
comment on table occurrence is 'Every word of every statement with the word behind it, sorted by both: uses of a word, and of a pair, lie together.';
comment on column occurrence.word is 'Key of word.';
comment on column occurrence.following is 'Key of the word behind it; 4294967295 at the end of a statement.';
comment on column occurrence.statement is 'Key of statement.';
comment on column occurrence.place is 'Its place among the words of the statement, from 0.';
comment on column occurrence.fresh is '2: the first use of the word in its statement. 1: of the pair only. 0: neither.';
comment on column occurrence.facet is 'Key of facet.';
