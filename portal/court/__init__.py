"""First time in court: a consultant goes with somebody, step by step, until they may lead."""
