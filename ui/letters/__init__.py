"""Letters: chosen for a record, filled in, seen while they are written, issued, printed, found again, void."""
