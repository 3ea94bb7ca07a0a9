"""`init`, `demo` and `check`."""

import json
import shutil
import stat
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from python_calamine import CalamineWorkbook

from reception.cli import main
from reception.errors import Unavailable
from reception.rules.inquiries import Disposition
from reception.services.demo import ACCOUNTS_NAME
from reception.store.database import FILE_NAME, KEY_NAME, Store, open_store
from tests.cast import PASSWORD
from tests.cli.conftest import Say
from tests.cli.said import Said, entry


@pytest.fixture
def initialise(say: Say, tmp_path: Path, password_file: Path) -> Say:
    """Give what makes an office in a new folder, with changes to its words."""

    def said(*more: object) -> Said:
        words = ("--name", "学生工作处", "--short-name", "学工", "--counter", "5号窗口", "--account", "安")
        return say("init", "--data", tmp_path / "new", "--password-file", password_file, *words, *more)

    return said


def test_an_office_is_made_and_can_be_worked_in(initialise: Say, say: Say, tmp_path: Path, password_file: Path):
    said = initialise("--hours", "09:00-12:00 13:00-16:00", "--university", "示例大学")
    assert (said.code, said.out, said.err) == (0, [str(tmp_path / "new")], [])
    signed = ("--data", tmp_path / "new", "--as", "安", "--password-file", password_file)
    assert say("record", *signed, stdin=entry(disposition="D4", matter="XG-02")).out == ["首问〔2026〕0001"]
    shown = json.loads(say("show", *signed, "2026-1").out[0])
    assert (shown["counter"], shown["case"]["due_at"][-5:]) == ("5号窗口", "16:00")


def test_an_office_is_made_once(initialise: Say):
    assert initialise().code == 0
    said = initialise()
    assert (said.code, said.out, len(said.err)) == (1, [], 1)


def test_every_mistake_of_an_office_is_told_at_once_and_nothing_is_left(initialise: Say, tmp_path: Path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("matters:\n- code: ''\n  limit: {unit: XX, n: a}\n", encoding="utf-8")
    said = initialise("--short-name", "九个字的编号简称啊", "--zone", "Mars/Olympus", "--catalogue", broken)
    assert said.code == 1
    assert {"error: short_name", "error: zone"} <= {line.rpartition(": ")[0] for line in said.err}
    assert any(line.startswith(("error: 2: ", "error: 3: ")) for line in said.err), said.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("hours", ["morning", "12:00-08:00", "08:00-12:00 11:00-13:00"])
def test_hours_that_cannot_be_are_refused(initialise: Say, hours: str):
    said = initialise("--hours", hours)
    assert (said.code, said.err[0].partition(": ")[0]) == (1, "error")


def test_a_catalogue_that_is_no_text_or_not_there_is_refused(initialise: Say, tmp_path: Path):
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")
    assert initialise("--catalogue", tmp_path / "bytes.yaml").code == 1
    assert initialise("--catalogue", tmp_path / "nothing.yaml").code == 2


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a demonstration of 60 records; tests only read it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["demo", str(folder), "60"]) == 0
    return folder


@pytest.fixture
def clerk(say: Say, tmp_path: Path) -> Say:
    """Give what says a command as somebody of a demonstration's accounts."""

    def said(folder: Path, command: str, *words: object, role: str = "clerk", stdin: str = "") -> Said:
        accounts = [line.split(" ") for line in (folder / "demo-accounts.txt").read_text("utf-8").splitlines()]
        name, _, password = next(account for account in accounts if account[1] == role)
        path = tmp_path / "password"
        path.write_text(password, encoding="utf-8")
        return say(command, "--data", folder, "--as", name, "--password-file", path, *words, stdin=stdin)

    return said


def test_the_demonstration_has_an_account_for_each_role_the_clerk_first(demo: Path, clerk: Say):
    file = demo / "demo-accounts.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    lines = [line.split(" ") for line in file.read_text("utf-8").splitlines()]
    roles = [role for _name, role, _password in lines]
    assert roles[:5] == ["clerk", "section_head", "unit_head", "supervisor", "administrator"]
    assert [clerk(demo, "register", role=role).code for role in roles[:5]] == [0, 0, 0, 0, 3]


def test_the_demonstration_shows_everything_that_happens_at_a_desk(demo: Path, clerk: Say, say: Say):
    listed = [json.loads(line) for line in clerk(demo, "register").out]
    assert [line["reg_no"] for line in listed] == [f"首问〔2026〕{serial:04d}" for serial in range(1, 61)]
    ways = Counter("D10" if line.get("restricted") else line["disposition"] for line in listed)
    assert set(ways) == set(Disposition)
    assert any(line.get("status") == "void" for line in listed)
    assert max(line.get("received_at", "") for line in listed).startswith("2026-11-20")
    counts = json.loads(say("check", "--data", demo).out[0])
    assert all(counts[kind] > 0 for kind in ("Notice", "Tally", "Training", "Assignment"))
    assert any(line.get("disposition") in ("D3", "D5b", "D6") and line["status"] == "closed" for line in listed)


def test_the_same_words_give_the_same_demonstration(demo: Path, clerk: Say, say: Say, tmp_path: Path):
    again, other = tmp_path / "again", tmp_path / "other"
    assert say("demo", "--data", again, "--count", "60", "--seed", "1", "--until", "2026-11-20").code == 0
    assert say("demo", other, "60", "--seed", "2").code == 0
    accounts = "demo-accounts.txt"
    assert (again / accounts).read_bytes() == (demo / accounts).read_bytes()
    for words in (("register",), ("show", "2026-0040"), ("register", "--full", "--purpose", "比对")):
        role = "unit_head" if "--full" in words else "clerk"
        assert clerk(again, *words, role=role).out == clerk(demo, *words, role=role).out
    assert clerk(other, "register").out != clerk(demo, "register").out


def test_the_same_words_count_the_same_tallies(demo: Path, clerk: Say, say: Say, tmp_path: Path):
    again = tmp_path / "again"
    assert say("demo", again, "60").code == 0
    exported = []
    for folder in (demo, again):
        out = tmp_path / f"exports of {folder.parent.name}"
        assert clerk(folder, "export", "--week", "2026-W47", "--out", out).code == 0
        exported.append([path.read_bytes() for path in sorted(out.iterdir())])
        assert _figures(out / "reception-2026-W47.xlsx")["tallies"] > 0
    assert exported[0] == exported[1]


def _figures(workbook: Path) -> dict[str, float]:
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name("统计").to_python()
    return {str(row[2]): row[1] for row in rows if isinstance(row[1], float)}


def test_a_demonstration_needs_an_empty_folder(say: Say, tmp_path: Path):
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("x")
    for target in (tmp_path / "used", tmp_path / "used" / "letter.txt"):
        said = say("demo", target, "5")
        assert (said.code, said.out, len(said.err)) == (1, [], 1)
    (tmp_path / "empty").mkdir()
    assert say("demo", tmp_path / "empty", "0").code == 0
    assert say("check", "--data", tmp_path / "empty").code == 0


def test_a_demonstration_that_fails_leaves_nothing(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(store: Store) -> None:
        (tmp_path / "new" / ACCOUNTS_NAME).touch()
        raise Unavailable("disk_full")

    monkeypatch.setattr(Store, "tidy", full)
    assert say("demo", tmp_path / "new", 1).code == 4
    assert not (tmp_path / "new").exists()


def test_sound_data_are_counted(ann: Say, say: Say, folder: Path):
    ann("record", stdin=entry(disposition="D4", matter="JW-03"))
    said = say("check", "--data", folder)
    assert (said.code, said.err) == (0, [])
    assert {"Inquiry": 1, "Case": 1, "Matter": 65}.items() <= json.loads(said.out[0]).items()


DAMAGES = {
    "update inquiry set summary = '改过' where id = 2": "summary",
    "update inquiry set serial = 9, reg_no = '首问〔2026〕0009' where id = 3": "3",
    "update inquiry set reg_no = '首问〔2026〕0077' where id = 1": "0077",
    "update inquiry set search_text = '' where id = 1": "0001",
    "update inquiry set disposition = 'D99' where id = 1": "1",
    "update inquiry set reg_at = 'gestern' where id = 1": "1",
    "update inquiry set papers = '{' where id = 1": "1",
    "update inquiry set received_at = '2026-11-25 00:00:00.000000' where id = 1": "received_at",
    "update sequence set last = 7 where kind = '首问'": "7",
    "delete from sequence": "0",
    "delete from matter_case where id = 1": "0001",
    "update matter_case set due_at = '2030-01-01 00:00:00.000000'": "due_at",
    "update matter_case set inquiry_id = 99": "1",
    "update account set roles = '[\"administrator\"]' where name = '本'": "roles",
    "update office set name = '别处'": "name",
    "drop trigger audit_entry_no_rewrite; update audit_entry set actor = '丹' where seq = 5": "5",
    "drop trigger audit_entry_no_rewrite; update audit_entry set payload = '{}' where seq = 60": "60",
    "drop trigger audit_entry_no_delete; delete from audit_entry where seq = 60": "61",
    "drop trigger audit_entry_no_delete; "
    "delete from audit_entry where seq = (select max(seq) from audit_entry)": "末尾",
    "drop trigger inquiry_no_delete": "inquiry_no_delete",
    "drop index inquiry_token": "inquiry_token",
    "update visitor set search_keys = ' x '": "search_keys",
    "drop trigger inquiry_no_delete; delete from inquiry where id = 2": "2",
    "drop index inquiry_received_at; pragma writable_schema = 1; "
    "update sqlite_master set sql = 'x' where name = 'visitor'": "",
}


@pytest.mark.parametrize("statements", DAMAGES)
def test_damage_past_the_program_is_found_and_told(ann: Say, say: Say, folder: Path, statements: str):
    for disposition in ("D4", "D1", "D1"):
        ann("record", stdin=entry(disposition=disposition, matter="JW-03", person_name="李明轩", phone="13800138000"))
    store = open_store(folder)
    for statement in statements.split("; "):
        store.database.execute_sql(statement)
    store.tidy()
    store.close()
    said = say("check", "--data", folder)
    assert (said.code, said.out) == (5, []), said
    assert all(line.startswith("error: ") for line in said.err)
    assert any(DAMAGES[statements] in line for line in said.err), said.err


def test_flipped_bytes_never_end_in_a_traceback(ann: Say, say: Say, folder: Path, tmp_path: Path):
    for serial in range(3):
        ann("record", stdin=entry(disposition="D4", matter="JW-03", detail=f"详细内容{serial}" * 50))
    sound = (folder / FILE_NAME).read_bytes()
    random, ends = Random(7), Counter[int]()
    for _ in range(40):
        damaged = bytearray(sound)
        for _ in range(random.choice((1, 8, 64))):
            damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        (copy / KEY_NAME).write_bytes((folder / KEY_NAME).read_bytes())
        (copy / FILE_NAME).write_bytes(damaged)
        said = say("check", "--data", copy)
        assert all(line.startswith("error: ") for line in said.err)
        assert "程序出错" not in "".join(said.err)
        ends[said.code] += 1
    assert set(ends) == {0, 5}, "a bit may lie where nothing is written"
    assert ends[5] > ends[0]


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 500, b"SQLite format 3\x00" + bytes(4096)])
def test_a_file_that_is_no_database_is_damage(say: Say, folder: Path, content: bytes):
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / FILE_NAME).write_bytes(content)
    said = say("check", "--data", folder)
    assert (said.code, said.out, len(said.err)) == (5, [], 1)


def test_a_lost_file_or_key_is_damage_but_an_empty_folder_is_nothing_to_check(say: Say, folder: Path, tmp_path: Path):
    assert say("check", "--data", tmp_path / "nothing").code == 4
    (folder / KEY_NAME).rename(tmp_path / "key")
    assert say("check", "--data", folder).code == 5
    (tmp_path / "key").rename(folder / KEY_NAME)
    assert say("check", "--data", folder).code == 0
    (folder / KEY_NAME).write_bytes(bytes(32))
    assert say("check", "--data", folder).code == 5
    (folder / FILE_NAME).unlink()
    assert say("check", "--data", folder).code == 5


def test_newer_data_are_unavailable_not_damaged(say: Say, folder: Path):
    store = open_store(folder)
    store.database.pragma("user_version", 999)
    store.close()
    assert say("check", "--data", folder).code == 4


def test_a_password_file_loses_exactly_one_line_end(say: Say, folder: Path, tmp_path: Path):
    ends = {"": 0, "\n": 0, "\r\n": 0, "\n\n": 3, " ": 3, "x\n": 3}
    for end, code in ends.items():
        path = tmp_path / "p"
        path.write_bytes((PASSWORD + end).encode())
        said = say("register", "--data", folder, "--as", "安", "--password-file", path)
        assert said.code == code, repr(end)
