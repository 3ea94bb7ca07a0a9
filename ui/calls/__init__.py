"""Promised calls: until when, to whom, and what came of each try."""
