"""The windows of Reception."""
