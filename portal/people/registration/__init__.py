"""Registration with the regulator: its list read, and held against what the portal knows."""
