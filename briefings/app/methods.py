"""How the numbers are made and what they cannot say, for the Sources page and beside lists."""

COUNTING = """
**Unit.** An exchange is a question with its answer, an opening announcement, or a whole report. Shares are of
exchanges unless a switch says otherwise; numerator and denominator stand in every table and file. Only briefings in
English are counted; pages in other languages are kept and listed.

**Whose words.** By default only the sentences of those who speak for the government are counted and shown. The other
choice adds the reporters\u2019 and everyone else\u2019s. It changes which sentences are looked at, never what an
exchange is about.

**Intervals.** Exchanges of one briefing resemble each other, so a share\u2019s 95% interval is Wilson\u2019s on the
effective number of exchanges: their number over the design effect of briefings, which is never below 1. That of uses
per 1,000 words is the interval of a bootstrap over briefings with Poisson weights, reckoned from its cumulants as for
very many replicates. A raw count has no interval.

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

PHRASES = """
**Phrases** are runs of two words and more, of any length, in one sentence, with no function word at either end, that
stand in at least three briefings (in one of 10,000, where there are more than 30,000). Only briefings that count make
a phrase recur: duplicates, earlier wordings and reports of days with a transcript do not. A comma does not break a
phrase; a quotation mark does, and so does the place where a report goes over to what somebody says.

**Reports.** In a sentence of a report only what is quoted, or reported behind \u201csaid that\u201d, is the
spokesperson\u2019s. The words around it (\u201ctold a press briefing\u201d) are the report\u2019s, and found under
\u201cEveryone\u201d. They stay in the number of words that rates are taken of.

**Dormant and revived.** After Solow (1993): a phrase is dormant where a silence as long as the last one has a chance
below 1%, from the places of its uses before; taken from briefings with a use, at least five, not from single uses,
since those of one briefing come together. Revived: a silence that ended had such a chance, times the number of
silences tried.

**Keyness** is the log ratio that is safe to claim (LRC): the end nearer to 0 of its 95% interval, which is widened for
all phrases of the chosen length used in the slices, whether shown or not; 0 where chance would do.

**Lists** are made of the phrases that lead by an estimate of the ranking, sixty times as many as are shown; the first
of these are then ranked exactly. A phrase far down by the estimate can be missed by the list, never by a search.

**Wordings** of a formulation are runs of words, at most 40% of which differ from it, in the 2,000 sentences that share
most of its words. The wording used in most sentences names them.
"""

LEFT_OUT = """
**Left out of lists** unless *Parts and other forms* is on. Looking for words finds it too, and every phrase has its own
page.

- *Parts*: a phrase of which one longer phrase has at least 80% of the uses in the slice.
- *Fragments*: a phrase behind which another content word stands at once in three of four uses, or with which hardly a
  sentence or quotation ends (fewer than one use in twenty, of eight uses and more): \u201cready to work\u201d waits
  for more words.
- *Other forms* of a phrase above, counted beside it: the content words of one are among those of the other and make
  more than half of them, whatever their order, number or tense (\u201cexchange\u201d, \u201cexchanges\u201d); a
  shorter one only where the longer has half of its uses.

A phrase is printed with the small words that stand before it in four of five uses, as \u201cin\u201d in \u201cin
accordance with law\u201d; they are not part of it.
"""

STANCE = """
**Unit.** A statement made for a government, and a target that it names: an actor or an issue of a list that stands in
`data/lexicon/targets.toml`. The government itself is none of its own targets. A statement that names two targets is
judged toward each.

**Labels.** A trained classifier calls each pair supportive, neutral or opposed. Every label but neutral comes with the
words that carry it; where it finds none, the label is neutral.

**Net stance** is (supportive \u2212 opposed) / statements about the target. Drawn is the value corrected for the
classifier\u2019s errors: the true shares under which the labels given are likeliest, by how often it took which label
for which on labelled documents that it had not seen. The 95% interval covers the sampling of statements, with
those of one briefing taken as alike as they are; the uncertainty of the error rates; and how far these lie apart
between targets.
Counts as the classifier gave them are columns of every table and file.

**Moved** and **differs**: only where the interval of the difference excludes 0, and after Benjamini\u2013Hochberg over
all that is compared.
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


def of(method: str, note: str) -> str:
    """How the numbers of a file are made: of its page, of its query, and of all; plain text."""
    return "\n\n".join(part.strip().replace("**", "") for part in (method, note, COUNTING, TOPICS, LIMITS))
