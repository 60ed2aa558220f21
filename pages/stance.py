"""Stance: what the governments express toward actors and issues, and how that moves."""

from briefings.app import stance
from briefings.app.page import page

page("Stance", stance.METHOD)(stance.draw)
