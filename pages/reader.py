"""Reader: one briefing, as it was said."""

from briefings.app import reader
from briefings.app.page import page

page("Reader", reader.METHOD)(reader.draw)
