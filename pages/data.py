"""Data: the slice as a file."""

from briefings.app import download
from briefings.app.page import page

page("Data", download.METHOD)(download.draw)
