"""Coaching and mentoring: who supports whom, and the sessions they hold."""
