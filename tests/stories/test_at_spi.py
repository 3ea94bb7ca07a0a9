"""From outside, as a screen reader works: the whole window is named, can be filled and pressed, and answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import PASSWORD
from tests.stories.display import ROOT, Display, Spoken, build_one_clerk, display, until

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
CONTROLS = ("text", "combo box", "push button", "check box", "table", "list", "spin button")
ROOMS = ("限时待办", "登记簿", "办事指南", "统计与导出", "设置", "接待登记")
READER = str(ROOT / "tests" / "stories" / "screen_reader.py")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Display]:
    """Give a screen on which a screen reader may listen."""
    with display(tmp_path) as made:
        made.start("openbox")
        made.start(LAUNCHER, "--launch-immediately")
        yield made


@pytest.fixture
def reader(screen: Display, tmp_path: Path) -> Spoken:
    """Give a screen reader in front of the door of an office."""
    build_one_clerk(tmp_path / "office")
    screen.start_python("main.py", "--data", str(tmp_path / "office"), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    made = screen.start(SYSTEM_PYTHON, READER)
    until(lambda: shows(made, "push button", "登录"), "the door")
    return made


def shows(reader: Spoken, role: str, name: str) -> bool:
    """Tell whether something of this role and beginning of a name is on the screen."""
    return any(each == role and words.startswith(name) for each, words in reader.ask("tree") or [])


def test_a_screen_reader_signs_in_hears_what_is_missing_and_fills_it_in(reader: Spoken, screen: Display):
    assert reader.ask("type", "密码", PASSWORD)
    assert reader.ask("press", "登录")
    until(lambda: shows(reader, "push button", "保存"), "the counter")
    assert reader.ask("read", "摘要") == ["", ""]
    assert reader.ask("press", "保存")
    missing = until(lambda: (reader.ask("read", "摘要") or ["", ""])[1], "what is missing")
    assert missing == "请写一句摘要，或选择服务事项。"
    assert shows(reader, "label", "处置方式：请填写此项。")
    assert reader.ask("type", "摘要", "补办学生证 㛃𬭎")
    until(lambda: reader.ask("read", "摘要") == ["补办学生证 㛃𬭎", ""], "the summary without complaint")
    assert reader.ask("press", "锁定")
    until(lambda: shows(reader, "push button", "登录"), "the door again")
    heard = [name for _role, name in reader.ask("tree")]
    assert not any("补办学生证" in name or name.startswith("摘要") for name in heard)


def test_whatever_can_be_pressed_or_filled_has_a_name_for_a_screen_reader(reader: Spoken, screen: Display):
    assert reader.ask("type", "密码", PASSWORD)
    assert reader.ask("press", "登录")
    until(lambda: shows(reader, "push button", "保存"), "the counter")
    for room in ROOMS:
        reader.ask("focus", room)
        screen.run("xdotool", "key", "space")
        until(lambda room=room: ["label", room] in (reader.ask("tree") or []), room)
        controls = [part for part in reader.ask("tree") if part[0] in CONTROLS]
        assert len(controls) > 12, room
        assert [part for part in controls if not part[1].strip()] == [], room
