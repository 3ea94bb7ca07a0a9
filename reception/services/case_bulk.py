"""One act on many cases: each by itself and by the same rules; what is refused says why, nothing is half done.

Source: clauses §3.3 (a bulk action must not walk around the rule).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reception.errors import ReceptionError, Unavailable
from reception.services.desk import Desk

MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of one case; `error` is why it was refused, None where it was done."""

    case_id: int
    error: ReceptionError | None = None


def each(desk: Desk, case_ids: Sequence[int], act: Callable[[Desk, int], object]) -> tuple[Done, ...]:
    """Do one act on each of these cases, in its own work, and answer for each.

    Raises:
        Unavailable: the machine failed; the cases answered for so far are done.
    """
    done: list[Done] = []
    for case_id in list(dict.fromkeys(case_ids))[:MOST_AT_ONCE]:
        try:
            act(desk, case_id)
        except Unavailable:
            raise
        except ReceptionError as refused:
            done.append(Done(case_id=case_id, error=refused))
        else:
            done.append(Done(case_id=case_id))
    return tuple(done)
