"""Checking who belongs to the posts: each is what its assignments said when it was last written.

Source: handbook §4.2 (`post_assignment`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from reception.errors import Reason
from reception.rules.assignments import differing
from reception.rules.audit import AuditEntry
from reception.rules.duty import Assignment
from reception.rules.office import Office
from reception.rules.roster import Post


def staffing_faults(rows: Mapping[type[Any], Mapping[int, Any]], log: Iterable[AuditEntry]) -> Iterator[Reason]:
    """Find posts that differ from their assignments; one without any is not confirmed, or older than they are.

    Args:
        rows: every record that could be read, by kind and number.
        log: the entries, in order.
    """
    made: dict[int, list[Assignment]] = {}
    for each in rows.get(Assignment, {}).values():
        made.setdefault(each.post_id, []).append(each)
    written = {entry.object_id: entry.at for entry in log if entry.kind == Post.__name__}
    zone = next((ZoneInfo(office.zone) for office in rows.get(Office, {}).values()), None)
    for number, post in rows.get(Post, {}).items():
        if zone is None or number not in made or number not in written:
            continue
        at = datetime.fromisoformat(written[number])
        names = differing(post, made[number], at.astimezone(zone).date(), at)
        if names:
            yield Reason(code="post_differs", values={"code": post.code, "fields": list(names)})
