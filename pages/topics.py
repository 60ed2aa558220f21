"""Topics: what the talk is about, and how that moves."""

from briefings.app import topics
from briefings.app.page import page

page("Topics", topics.METHOD, draws_topics=True)(topics.draw)
