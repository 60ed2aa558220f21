"""The synthetic sample's generator: word material in, marked pages and their planted facts out."""
