-- Statements to learn names from: every one, or an even choice of 100,000.
select text
from built.statement
where statement % greatest(1, (select count(*) from built.statement) / 100000)::uinteger = 0
