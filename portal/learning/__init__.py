"""Learning: courses and events, registers that expire, and what people learn from."""
