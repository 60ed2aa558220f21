"""Home: what the corpus holds and what is new. Streamlit's entry file."""

from briefings.app import home
from briefings.app.page import page

page("Home", home.METHOD)(home.draw)
