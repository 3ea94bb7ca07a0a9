"""How early a light turns yellow: settings of the office, the handbook's own where nobody set others.

Source: handbook §3.5 (thresholds are settings).
"""

from dataclasses import dataclass, fields

from reception.errors import Reason

LONG_LIMIT = 10
"""From so many working days on a limit is a long one, which warns by a part of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LightThresholds:
    """When what is owed warns.

    `short_days`: so many working days before the last one, of a limit of 2 to 9. `long_divisor`: the same for a long
    limit, as a part of it (5: a fifth, rounded down), but at least `long_least`. `used_percent`: so much of its time
    gone by, of a limit in minutes or hours.
    """

    short_days: int = 1
    long_divisor: int = 5
    long_least: int = 2
    used_percent: int = 50

    def days_before(self, whole: int) -> int:
        """Give how many working days before its last one a limit of so many working days warns; 0: not at all.

        What is longer than the limit itself would warn from the first moment on, so it ends a day below.
        """
        if whole <= 1:
            return 0
        wanted = self.short_days if whole < LONG_LIMIT else max(whole // self.long_divisor, self.long_least)
        return min(wanted, whole - 1)


HANDBOOK_THRESHOLDS = LightThresholds()

BOUNDS: dict[str, tuple[int, int]] = {
    "short_days": (0, 5),
    "long_divisor": (2, 10),
    "long_least": (1, 9),
    "used_percent": (10, 90),
}
"""The least and the most that each setting may be."""


def threshold_faults(thresholds: LightThresholds) -> tuple[Reason, ...]:
    """Give what is wrong with settings: one reason for each that lies outside its bounds."""
    return tuple(
        Reason(code="threshold_bounds", field=each.name, values={"least": least, "most": most})
        for each in fields(thresholds)
        for least, most in (BOUNDS[each.name],)
        if not least <= getattr(thresholds, each.name) <= most
    )
