-- What was staged is in its place: its rows are counted for the checks, and the memory given back.
create table staged.arrived as
select
    (select count(*) from staged.statement) as statements,
    (select count(*) from staged.turn) as turns,
    (select count(*) from staged.topic_hit) as topic_hits;

drop table staged.statement;
drop table staged.statement_key;
drop table staged.turn;
drop table staged.turn_key;
drop table staged.topic_hit;
drop table staged.exchange;
drop table staged.exchange_key;
drop table staged.exchange_words;
drop table staged.briefing;
drop table staged.candidate;
drop table staged.bucket;
drop table staged.likeness;
