"""Scores of the topics: precision, recall and F1 of an exchange's topics against a labelled file."""
