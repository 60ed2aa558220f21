-- The words of the statements that can hold phrases; the text too, where a quotation mark may stand in it.
select trim(tokens) as tokens, case when regexp_matches(text, '["“”„‟«»‹›]|(^|[\s(\[—-])[''‘]') then text end as text,
from built.statement
where standing in ('counted', 'echo')
order by statement
