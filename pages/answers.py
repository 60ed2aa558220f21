"""Q and A: who asks what, and how they are answered."""

from briefings.app import answers
from briefings.app.page import page

page("Q and A", answers.METHOD)(answers.draw)
