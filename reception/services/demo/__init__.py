"""An office to try things on: invented people, records of every disposition, notices, voids.

The same count, seed and last day give the same records, tokens, codes and times.
"""

from reception.services.demo.build import ACCOUNTS_NAME, create_demo

__all__ = ["ACCOUNTS_NAME", "create_demo"]
