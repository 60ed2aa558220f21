-- What those who speak for the government say in answer to a question, with the place of each statement on its page.
select s.statement, s.span_start, s.text
from built.statement as s
join built.exchange as x using (exchange)
where s.role = 'spokesperson' and x.kind = 'qa' and s.standing in ('counted', 'echo')
order by s.statement
