"""Add briefings: pages looked at and loaded without a terminal."""

from briefings.app import adding
from briefings.app.page import page

page("Add briefings", adding.METHOD, filtered=False)(adding.draw)
