"""Search: words and phrases in their context."""

from briefings.app import concordance
from briefings.app.page import page

page("Search", concordance.METHOD)(concordance.draw)
