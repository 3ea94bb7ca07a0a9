"""Reception without a window: the same services for schedulers, scripts and administrators."""

from reception.cli.start import main

__all__ = ["main"]
