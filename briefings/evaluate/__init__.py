"""Scores against labelled sets: what the parser finds, compared with what people read."""
