"""Sources: what the database was made of."""

from briefings.app import inventory
from briefings.app.page import page

page("Sources", inventory.METHOD, filtered=False)(inventory.draw)
