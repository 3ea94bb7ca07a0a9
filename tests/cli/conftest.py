"""An office on the disk, and commands said to it in this process."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reception.cli import main
from tests.cast import ANN, PASSWORD, build_office
from tests.cli.said import Said


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "data"
    build_office(folder)
    return folder


@pytest.fixture
def folder(built_folder: Path, tmp_path: Path) -> Path:
    """Give this test's own data folder."""
    copy = tmp_path / "data"
    shutil.copytree(built_folder, copy)
    return copy


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return path


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give what says a command, with bytes on its standard input, and tells how it ended."""

    def said(*words: object, stdin: bytes | str = b"") -> Said:
        raw = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = int(str(ended.code))
        shown = capsys.readouterr()
        return Said(code=code, out=shown.out.splitlines(), err=shown.err.splitlines())

    return said


@pytest.fixture
def ann(say: Say, folder: Path, password_file: Path) -> Say:
    """Give what says a command signed in as 安 at the office of this test."""

    def said(command: str, *words: object, stdin: bytes | str = b"", name: str = ANN) -> Said:
        signed = ("--data", folder, "--as", name, "--password-file", password_file)
        return say(command, *signed, *words, stdin=stdin)

    return said
