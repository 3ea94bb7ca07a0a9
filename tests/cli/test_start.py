"""Words in, exit code out: help, usage, streams, the last border."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reception.cli import start
from reception.cli.help_texts import EXAMPLES, OPTIONS, SUMMARIES
from reception.store.database import open_store
from tests.cast import ANN, PASSWORD
from tests.cli.conftest import Say
from tests.cli.said import entry

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(start.COMMANDS)


def run(*words: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the commands as a process of their own, with what the system's encoding may be at worst."""
    return subprocess.run(
        [sys.executable, "-m", "reception", *map(str, words)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", **environment},
    )


def test_every_command_has_a_summary_and_an_example_in_both_languages():
    assert set(SUMMARIES) == set(EXAMPLES) == set(COMMANDS)
    for command in COMMANDS:
        for text in EXAMPLES[command]:
            assert f"reception {command}" in text


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_explains_itself(say: Say, command: str, language: str):
    said = say(command, "--help", "--language", language)
    assert (said.code, said.err) == (0, [])
    place = 0 if language == "zh" else 1
    shown = "\n".join(said.out)
    assert EXAMPLES[command][place].strip() in shown
    assert OPTIONS["data"][place] in shown


def test_the_program_lists_its_commands_and_exit_codes(say: Say):
    said = say("--help")
    shown = "\n".join(said.out)
    assert said.code == 0
    assert all(f"\n    {command} " in shown for command in COMMANDS)
    assert "5 check 发现损坏" in shown


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("check",),
        ("due",),
        ("record", "--data", "x"),
        ("record", "--data", "x", "--as", "安"),
        ("show", "--data", "x", "--as", "安", "--password-file", "p"),
        ("slip", "X", "--data", "x", "--as", "安", "--password-file", "p"),
        ("slip", "X", "--out", "a", "--size", "A3", "--data", "x", "--as", "安", "--password-file", "p"),
        ("register", "--from", "2026-2-1", "--data", "x", "--as", "安", "--password-file", "p"),
        ("register", "--from", "2026-02-30", "--data", "x", "--as", "安", "--password-file", "p"),
        ("register", "--from", "2026-02-02", "--to", "2026-02-01", "--data", "x", "--as", "a", "--password-file", "p"),
        ("export", "--data", "x", "--as", "安", "--password-file", "p"),
        ("demo",),
        ("demo", "x", "many"),
        ("demo", "x", "-5"),
        ("demo", "x", "99999999"),
        ("demo", "x", "5", "--until", "1999-01-01"),
        ("demo", "x", "5", "--until", "tomorrow"),
        ("init", "--data", "x"),
        ("init", "--data", "x", "--name", "a", "--short-name", "b", "--account", "c"),
        ("check", "--data", "x", "--language", "fr"),
        ("check", "--dat", "x"),
        ("record", "--data", "x", "--as", "安", "--password-file", "no such file"),
    ],
)
def test_what_the_command_line_does_not_know_is_a_mistake_of_usage(say: Say, words: tuple[str, ...]):
    said = say(*words)
    assert (said.code, said.out) == (2, [])
    assert said.err


@pytest.mark.parametrize(("name", "password"), [(ANN, "wrong"), ("谁", PASSWORD), ("\udcff", PASSWORD), ("", "x")])
def test_who_does_not_sign_in_is_refused(say: Say, folder: Path, tmp_path: Path, name: str, password: str):
    (tmp_path / "p").write_text(password, encoding="utf-8")
    said = say("register", "--data", folder, f"--as={name}", "--password-file", tmp_path / "p")
    assert (said.code, said.out, len(said.err)) == ((2, [], len(said.err)) if not name else (3, [], 1))


def test_a_sixth_wrong_password_has_to_wait(say: Say, ann: Say, folder: Path, tmp_path: Path):
    (tmp_path / "p").write_text("wrong", encoding="utf-8")
    wrong = ("--data", folder, "--as", ANN, "--password-file", tmp_path / "p")
    assert {say("register", *wrong).code for _ in range(5)} == {3}
    said = ann("register")
    assert (said.code, said.out, len(said.err)) == (3, [], 1)


def test_options_may_stand_before_the_command(say: Say, folder: Path, password_file: Path):
    signed = ("--as", ANN, "--password-file", password_file)
    assert say("--data", folder, *signed, "register").code == 0
    assert say("--data", folder, "register", *signed).code == 0
    assert say("--data", folder, "check").code == 0
    assert say("--language", "en", "--data", "/no/such", "check").err[0].startswith("error: There is no office")


def test_newer_data_and_missing_data_are_unavailable(ann: Say, folder: Path, say: Say, password_file: Path):
    store = open_store(folder)
    store.database.pragma("user_version", 999)
    store.close()
    assert ann("register").code == 4
    assert say("register", "--data", folder / "x", "--as", ANN, "--password-file", password_file).code == 4
    assert say("due", "--data", folder / "x").code == 4


def test_all_streams_are_utf8_whatever_the_system_thinks(folder: Path, password_file: Path):
    signed = ("--data", folder, "--as", ANN, "--password-file", password_file)
    recorded = run("record", *signed, stdin=entry(person_name="吉𠮷").encode())
    assert (recorded.returncode, recorded.stdout.decode()) == (0, "首问〔2026〕0001\n")
    assert recorded.stderr.decode().startswith("warning: ")
    shown = run("show", "首问〔2026〕0001", *signed)
    assert "吉𠮷" in shown.stdout.decode()
    refused = run("record", *signed, stdin=b"\xff")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "UTF-8" in refused.stderr.decode()


def test_a_reader_that_goes_away_ends_the_command_quietly(folder: Path, password_file: Path):
    signed = ["--data", str(folder), "--as", ANN, "--password-file", str(password_file)]
    lines = "".join(entry(summary=f"第{place}条") + "\n" for place in range(30)).encode()
    assert run("record", "--stream", *signed, stdin=lines, PYTHONUTF8="1").returncode == 0
    with subprocess.Popen(
        [sys.executable, "-m", "reception", "register", *signed],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.wait(60) == 0
        assert child.stderr.read() == b""


def test_a_bug_is_logged_and_told_without_a_traceback(
    say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
):
    def fall(arguments: object, console: object) -> start.Exit:
        raise RuntimeError("a secret 13800138000")

    monkeypatch.setitem(start.COMMANDS, "check", fall)
    monkeypatch.setattr(start, "log_folder", lambda: tmp_path / "logs")
    said = say("check", "--data", folder)
    assert (said.code, said.out, len(said.err)) == (4, [], 1)
    assert "RuntimeError" in said.err[0]
    assert "secret" not in said.err[0]
    assert "Traceback" in (tmp_path / "logs" / "reception-command.log").read_text(encoding="utf-8")


def test_an_interrupted_command_says_nothing(say: Say, monkeypatch: pytest.MonkeyPatch, folder: Path):
    def interrupted(arguments: object, console: object) -> start.Exit:
        raise KeyboardInterrupt

    monkeypatch.setitem(start.COMMANDS, "check", interrupted)
    assert say("check", "--data", folder) == (130, [], [])
