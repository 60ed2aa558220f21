"""What the `wire-report` source is made of: where a report stands on its page, and who says each of its sentences."""
