"""A part of a whole as it is shown: rounded half up, and a dash where there is no whole.

Source: handbook §8.2 (denominator 0 → "—", never 100 %).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A part of a whole, or a sum over a count; without a whole there is no value, never 100 %."""

    part: int
    of: int

    @property
    def value(self) -> float | None:
        """Give the quotient, or None when there is nothing to divide by."""
        return self.part / self.of if self.of else None

    @property
    def percent(self) -> str:
        """Give 66.7%, halves rounded up, or — when there is nothing to divide by."""
        return f"{self._rounded(1000)}%" if self.of else "—"

    @property
    def mean(self) -> str:
        """Give 2.5, halves rounded up, or — when there is nothing to divide by."""
        return self._rounded(10) if self.of else "—"

    def _rounded(self, scale: int) -> str:
        tenths = (2 * self.part * scale + self.of) // (2 * self.of)
        return f"{tenths // 10}.{tenths % 10}"
