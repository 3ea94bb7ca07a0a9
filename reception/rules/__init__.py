"""The rules of the desk: pure functions and records, no database, no disk, no clock."""
