"""Posts over time: what may be written down, what it means, and how it is told. Pure rules."""
