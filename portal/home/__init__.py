"""Home: what needs me, what is coming, my people or my record; and one person's page."""
