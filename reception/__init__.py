"""Reception, the front desk of a university: everything that is not a window."""

__version__ = "0.1.0"
