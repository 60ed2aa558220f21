"""What the program costs, measured: pages for scale, and how fast they load."""
