-- Every wording of statements that count, with its words and the first statement that has it; three words and more.
select tokens, min(statement) as statement
from (select trim(tokens) as tokens, statement from built.statement where standing = 'counted' and words >= 3)
group by tokens
order by statement
