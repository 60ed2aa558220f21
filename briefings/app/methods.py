"""How the numbers are made and what they cannot say, for the Sources page."""

COUNTING = """
**Unit.** An exchange is a question with its answer, an opening announcement, or a whole report. Shares are of
exchanges unless a switch says otherwise; numerator and denominator stand in every table and file. Only briefings in
English are counted; pages in other languages are kept and listed.

**Whose words.** By default only the sentences of those who speak for the government are counted and shown. The other
choice adds the reporters\u2019 and everyone else\u2019s. It changes which sentences are looked at, never what an
exchange is about.

**Intervals.** Exchanges of one briefing resemble each other, so a share\u2019s 95% interval is Wilson\u2019s on the
effective number of exchanges: their number over the design effect of briefings, which is never below 1. A raw count
has no interval.

**Periods.** A period without a briefing is a gap, one with briefings and no hit is a zero. A period that is not over
is drawn hollow. Undated briefings count in totals and in no chart over time. Nothing is smoothed.

**The same occasion twice.** Identical words are a duplicate, reworded ones a revision: the later wording counts. A
wire report from a time that the ministry\u2019s own transcripts cover is left out unless you ask for both.
"""

TOPICS = """
**Topics** come from a lexicon of words and phrases, not from a model. Each term found is a hit that keeps its place
in the text. Hits in a question weigh more than those in an answer; in a report the headline weighs like a question;
the headline of a transcript does not count. An exchange is about a topic when its hits reach the topic\u2019s
threshold, and can be about several.

**Search** compares whole words without regard to case. A hyphenated word is one word; the ending \u2019s is a word of
its own, so that a country\u2019s name is found with it; U.S., US and USA are the same word, and not the pronoun. A
phrase must stand within one sentence; commas do not break it. NEAR/5: at most five words between the two, in either
order, and neither a part of the other. The lines, the chart and the filter \u201cwords said\u201d look the words up
in one index and find the same.
"""

LIMITS = """
- **A transcript is not the briefing.** Ministries leave questions out and mend answers before they publish. That a
  question is missing here does not show that nobody asked it.
- **Who asked is rarely known.** The Chinese foreign ministry\u2019s English pages name the outlet only from 24 March
  2020.
- **Labelled sets were labelled by language models** that followed a written codebook. How well two of them agree is
  the most that a measured quality can mean, not a proof of it.
- **Weekdays without a briefing** are weekdays without a page in this database: a recess, a page that nobody saved,
  and a briefing that never took place look the same.
"""
