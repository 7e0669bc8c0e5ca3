"""Promises: what was promised, what took place, what moved, and what was missed, as pure rules."""
