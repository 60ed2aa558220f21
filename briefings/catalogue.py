"""Every panel of the dashboard: the property test takes them from here."""

from __future__ import annotations

from functools import partial

from briefings import dated
from briefings.corrected import DIFFERS, with_difference, with_net
from briefings.panels import Panel

with_others = partial(with_difference, told=DIFFERS)

TOPIC_FILTER = {"about": "topics"}
"""On the Topics page the topic filter picks the lines to draw; shares are of the whole slice."""

PANELS: dict[str, Panel] = {
    panel.name: panel
    for panel in (
        Panel("topics/share_of_exchanges", count="hits", unit="exchange", replaces=TOPIC_FILTER),
        Panel("topics/share_of_briefings", count="hits", unit="briefing", replaces=TOPIC_FILTER),
        Panel("topics/per_1000_words", count="hits", unit="use", replaces=TOPIC_FILTER),
        Panel("topics/count", count="hits", unit="exchange", replaces=TOPIC_FILTER),
        Panel("topics/changes", count="hits", unit="exchange", replaces=TOPIC_FILTER, finished=dated.table),
        Panel("topics/ranking", count="exchanges", unit="exchange", replaces=TOPIC_FILTER),
        Panel("topics/together", count="both", unit="exchange", replaces=TOPIC_FILTER),
        Panel("topics/outlets", count="exchanges", unit="exchange", replaces=TOPIC_FILTER),
        Panel(
            "topics/uncovered",
            count="exchanges",
            unit="exchange",
            evidence="topics/uncovered_evidence",
            replaces=TOPIC_FILTER,
        ),
        Panel("home/moved", count="hits", unit="exchange", evidence="topics/evidence"),
        Panel("home/coverage", count="exchanges", unit="exchange"),
        Panel("search/frequency", count="hits", unit="exchange"),
        Panel("phrases/list", count="uses", unit="use"),
        Panel("phrases/summary", count="uses", unit="use"),
        Panel("phrases/life", count="uses", unit="use"),
        Panel("phrases/who", count="uses", unit="use"),
        Panel("phrases/topics", count="exchanges", unit="exchange"),
        Panel("phrases/compare", count="uses", unit="use"),
        Panel("phrases/compare", count="uses_b", unit="use", side="_b"),
        Panel("stance/over_time", count="statements", unit="statement", finished=with_net),
        Panel("stance/counts", count="hits", unit="statement"),
        Panel("stance/quarters", count="statements", unit="statement", finished=with_net),
        Panel("stance/ranking", count="statements", unit="statement", finished=with_net),
        Panel("stance/who_differs", count="statements", unit="statement", finished=with_others),
        Panel("stance/moved", count="statements", unit="statement", finished=with_difference),
        Panel("answers/forms", count="hits", unit="exchange"),
        Panel("answers/outlets", count="answers", unit="exchange"),
        Panel("answers/topics", count="answers", unit="exchange"),
        Panel("answers/length", count="answers", unit="exchange"),
        Panel("sources/loaded", count="briefings", unit="briefing"),
        Panel("sources/quality", count="statements", unit="statement"),
    )
}
