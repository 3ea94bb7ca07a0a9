"""Files placed in a folder of the person's choice: whole or not at all, even when the program is killed."""

import errno
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reception.errors import Unavailable
from reception.store.database import FILE_NAME, KEY_NAME

PARTIAL = ".tmp-reception-"
_DATABASE = b"SQLite format 3\0"
LEFT_OVER_S = 600.0
"""A partial file older than this belongs to a program that was killed; a live one is seconds old."""
TRIES = 10
PAUSE_S = 0.1


def check_folder(folder: Path) -> None:
    """Refuse a folder in which no file can be made, before anything is promised; sweep what killed programs left.

    Raises:
        Unavailable: `folder_not_writable` or `disk_full`.
    """
    with _translated(folder):
        if not folder.is_dir():
            raise Unavailable("folder_not_writable", folder=str(folder))
        probe = _write(folder, "probe", b"")
        try:
            _sweep(folder, probe.stat().st_mtime - LEFT_OVER_S)
        finally:
            probe.unlink(missing_ok=True)


def place(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files under their names, replacing earlier ones, and give their paths.

    All bytes are safely on the disk beside their places before the first file changes its name; nobody ever
    sees part of one. A file that a virus scanner holds is tried again for a second.

    Raises:
        Unavailable: `folder_not_writable`, `file_in_use` (a database of ours is never replaced) or `disk_full`.
    """
    partial: dict[Path, Path] = {}
    for name in files:
        _refuse_own(folder / name)
    with _translated(folder):
        try:
            for name, content in files.items():
                partial[folder / name] = _write(folder, name, content)
            for target, source in partial.items():
                _replace(source, target)
        finally:
            for source in partial.values():
                source.unlink(missing_ok=True)
        _settle(folder)
    return tuple(partial)


class Partial:
    """A file that is still being written, beside its place; until it is placed nobody sees it."""

    def __init__(self, target: Path, handle: BinaryIO) -> None:
        self.target = target
        self.handle = handle

    def place(self) -> None:
        """Let the file take its place, replacing an earlier one; its bytes are safely on the disk before.

        Raises:
            Unavailable: `folder_not_writable`, `file_in_use` or `disk_full`.
        """
        with _translated(self.target.parent):
            self.handle.flush()
            os.fsync(self.handle.fileno())
            self.handle.close()
            _replace(Path(self.handle.name), self.target)
            _settle(self.target.parent)


@contextmanager
def partial(target: Path) -> Iterator[Partial]:
    """Give a file to be written bit by bit; what was not placed at the end is gone.

    Raises:
        Unavailable: `folder_not_writable` or `disk_full`.
    """
    check_folder(target.parent)
    _refuse_own(target)
    path = target.parent / f"{PARTIAL}{os.getpid()}-{target.name}"
    with _translated(target.parent):
        try:
            with path.open("wb") as handle:
                yield Partial(target, handle)
        finally:
            path.unlink(missing_ok=True)


def _refuse_own(target: Path) -> None:
    """Refuse to put a paper in the place of a database or of its key, whatever was typed as the file's name."""
    with _translated(target.parent):
        ours = target.name == KEY_NAME and (target.parent / FILE_NAME).exists()
        if not ours and target.is_file():
            with target.open("rb") as handle:
                ours = handle.read(len(_DATABASE)) == _DATABASE
    if ours:
        raise Unavailable("file_in_use", file=target.name)


def _write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / f"{PARTIAL}{os.getpid()}-{name}"
    try:
        with path.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _replace(source: Path, target: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            source.replace(target)
            return
        except PermissionError as failure:
            if not left:
                raise Unavailable("file_in_use", file=target.name) from failure
            time.sleep(PAUSE_S)


def _settle(folder: Path) -> None:
    """Bring the new names to the disk, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path, older_than: float) -> None:
    for path in folder.glob(f"{PARTIAL}*"):
        if path.stat().st_mtime < older_than:
            path.unlink(missing_ok=True)


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        code = "disk_full" if failure.errno == errno.ENOSPC else "folder_not_writable"
        raise Unavailable(code, folder=str(folder)) from failure
