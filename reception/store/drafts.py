"""Unsaved forms of this workstation, written at each edit, so that a crash loses nothing that was typed.

A database of its own: synchronous=NORMAL keeps it at the speed of the hand; kill -9 loses nothing but the input
method's pre-edit, a power cut at most a second (decisions, "Drafts").
"""

from pathlib import Path
from typing import Any, cast

from peewee import Model, TextField
from playhouse.sqlcipher_ext import SqlCipherDatabase

from reception.errors import Unavailable
from reception.store.failures import FAILURES, explain
from reception.store.fields import Text

FILE_NAME = "drafts.db"


class DraftRow(Model):
    """One unsaved form: its token, whose it is, which form, its content as JSON, when it was written."""

    token = Text(64, primary_key=True)
    owner = Text(60, index=True)
    form = Text(30)
    content = TextField()
    saved_at = Text(40)

    class Meta:
        """Table."""

        strict_tables = True
        legacy_table_names = False
        table_name = "draft"


_D: Any = DraftRow


class Drafts:
    """The open drafts file; used by one thread only."""

    def __init__(self, folder: Path) -> None:
        pragmas = {"journal_mode": "wal", "synchronous": "normal", "busy_timeout": 250, "secure_delete": 1}
        self._database: Any = cast(Any, SqlCipherDatabase)(
            str(folder / FILE_NAME), pragmas=pragmas, check_same_thread=False
        )
        self._run(self._open)

    def _open(self) -> None:
        self._database.connect()
        with self._database.bind_ctx([DraftRow]):
            self._database.create_tables([DraftRow])

    def _run(self, act: Any) -> Any:
        try:
            with self._database.bind_ctx([DraftRow]):
                return act()
        except FAILURES as failure:
            raise explain(failure) or Unavailable("database") from failure

    def keep(self, token: str, owner: str, form: str, content: str, saved_at: str) -> None:
        """Write a draft, new or again.

        Raises:
            Unavailable: the disk is full or cannot be written; the form stays open and says so.
        """
        values = {"token": token, "owner": owner, "form": form, "content": content, "saved_at": saved_at}
        self._run(lambda: _D.insert(**values).on_conflict_replace().execute())

    def drop(self, token: str) -> None:
        """Remove a draft that was registered or emptied."""
        self._run(lambda: _D.delete().where(_D.token == token).execute())

    def of(self, owner: str) -> list[tuple[str, str, str, str]]:
        """Give one person's drafts as (token, form, content, saved_at), oldest first."""
        rows = self._run(lambda: list(_D.select().where(_D.owner == owner).order_by(_D.saved_at)))
        return [(row.token, row.form, row.content, row.saved_at) for row in rows]

    def close(self) -> None:
        """Close the file."""
        self._database.close()
