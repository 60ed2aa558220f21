-- The words of the statements that can hold phrases; the text too, where a quotation mark may stand in it or a report
-- tells what somebody says, which mode marks.
select
    trim(tokens) as tokens,
    case
        when mode in ('reported', 'direct_quote') or regexp_matches(text, '["“”„‟«»‹›]|(^|[\s(\[—-])[''‘]') then text
    end as text,
    case when mode in ('reported', 'direct_quote') then mode end as mode,
from built.statement
where standing in ('counted', 'echo')
order by statement
