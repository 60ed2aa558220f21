"""Charts: pure functions from a result and its look to a figure."""
