"""Phrases: every formulation that recurs, with its life, and slices set against each other."""

from briefings.app import formulations
from briefings.app.page import page

page("Phrases", formulations.METHOD)(formulations.draw)
