"""Writing and evidence: what a person writes, who may read it, what was said about it."""
