"""Reader: one briefing, as it was said."""

from briefings.app import reader
from briefings.app.page import View, page


@page("Reader", "One briefing: who asked, who answered, and what each exchange is about.")
def draw(view: View) -> None:
    reader.draw(view)
