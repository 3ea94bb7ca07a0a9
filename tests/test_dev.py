"""The one command: what it decides before it starts anything."""

import os
import re
import socket
import subprocess
import sys
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("command", ["", "setup", "run", "test", "check", "bench", "soak"])
def test_every_command_explains_itself(command):
    words = [command, "--help"] if command else ["--help"]
    told = subprocess.run([sys.executable, "dev.py", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert told.stdout.startswith(f"usage: dev.py {command}".rstrip())


def test_an_unknown_command_is_refused_as_wrong_usage():
    refused = subprocess.run([sys.executable, "dev.py", "dance"], cwd=ROOT, capture_output=True, check=False)
    assert refused.returncode == 2


@pytest.fixture
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return monkeypatch


def test_no_display_is_seen_where_none_is_named(no_display):
    assert not dev.has_display()


@pytest.mark.parametrize("named", [":4711", "localhost:4711.0", "nonsense", ":", "/tmp/somewhere:x"])
def test_a_display_that_does_not_answer_counts_as_none(no_display, named):
    no_display.setenv("DISPLAY", named)
    assert not dev.has_display()


def test_a_wayland_display_that_answers_is_seen(no_display, tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        no_display.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        no_display.setenv("WAYLAND_DISPLAY", "wayland-7")
        assert dev.has_display()


def test_windows_always_has_a_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.has_display()


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A tree with two locks whose .venv is said to hold what its stamp says."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "STAMP", venv / "installed.json")
    for name in (dev.RUN_LOCK, dev.TEST_LOCK):
        (tmp_path / name).write_text(f"peewee==4.5.3  # {name}\n", encoding="utf-8")
    python = Path(dev.venv_program("python"))
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def stamp(lock: str) -> None:
    dev.STAMP.write_text(f'{{"{lock}": "{dev.digest(lock)}"}}', encoding="utf-8")


@pytest.mark.parametrize(
    ("holds", "wanted", "current"),
    [
        (dev.RUN_LOCK, dev.RUN_LOCK, True),
        (dev.TEST_LOCK, dev.TEST_LOCK, True),
        (dev.TEST_LOCK, dev.RUN_LOCK, True),
        (dev.RUN_LOCK, dev.TEST_LOCK, False),
    ],
)
def test_what_stands_already_is_not_installed_again(checkout, holds, wanted, current):
    stamp(holds)
    assert dev.is_installed(wanted) is current


def test_a_changed_lock_is_installed_anew(checkout):
    stamp(dev.RUN_LOCK)
    (checkout / dev.RUN_LOCK).write_text("peewee==4.5.4\n", encoding="utf-8")
    assert not dev.is_installed(dev.RUN_LOCK)


def test_an_environment_without_its_python_is_installed_anew(checkout):
    stamp(dev.RUN_LOCK)
    Path(dev.venv_program("python")).unlink()
    assert not dev.is_installed(dev.RUN_LOCK)


def test_a_damaged_stamp_is_no_stamp(checkout):
    dev.STAMP.write_text('{"requirements', encoding="utf-8")
    assert not dev.is_installed(dev.RUN_LOCK)


def locked(lock: str) -> dict[str, list[Requirement]]:
    """Give what a lock pins, by name; PySide6 stands there once for each range of Python."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^([^\s#-].*?) *\\$", text, re.MULTILINE):
        pin = Requirement(line)
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def declared(section: str, key: str) -> list[Requirement]:
    settings = ConfigParser(interpolation=None)
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = settings[section][key].splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", ["linux", "win32"])
@pytest.mark.parametrize(
    ("lock", "section", "key"),
    [
        ("requirements.txt", "options", "install_requires"),
        ("requirements-dev.txt", "options", "install_requires"),
        ("requirements-dev.txt", "options.extras_require", "test"),
    ],
)
def test_the_lock_pins_one_allowed_version_of_each_requirement(lock, section, key, python, system):
    place = {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": system}
    pins = locked(lock)
    for wanted in declared(section, key):
        if wanted.marker and not wanted.marker.evaluate(place):
            continue
        fitting = [
            pin for pin in pins[canonicalize_name(wanted.name)] if pin.marker is None or pin.marker.evaluate(place)
        ]
        assert len(fitting) == 1, wanted
        (version,) = fitting[0].specifier
        assert wanted.specifier.contains(version.version), wanted


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_names_hashes_and_no_host(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=sha256:[0-9a-f]{64})", text, re.MULTILINE)
    assert all("--hash" in block for block in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:])


def test_nothing_is_resolved_beside_the_lock(checkout, monkeypatch):
    """A newer release in the index changes nothing: pip 23 takes it for an extra, and lacks its hash."""
    called = []
    monkeypatch.setattr(dev, "pip_command", lambda: ["pip"])
    monkeypatch.setattr(dev, "call", lambda *command: called.append(command) or 1)
    with pytest.raises(dev.Stop, match="could not be installed"):
        dev.ensure_libraries(dev.TEST_LOCK)
    assert {"--no-deps", "--require-hashes"} < set(called[0])


@pytest.mark.parametrize("lock", [dev.RUN_LOCK, dev.TEST_LOCK])
def test_the_lock_is_whole(lock):
    """Whatever a locked library needs here is locked itself."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    needed = {
        (name, canonicalize_name(requirement.name))
        for name in locked
        for requirement in map(Requirement, needs(name))
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }
    assert {pair for pair in needed if pair[1] not in locked} == set()


def needs(name: str) -> list[str]:
    """Give what an installed library needs; one that is for another system or Python needs nothing here."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_the_build_machine_calls_the_same_command():
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "exec python3 dev.py test"


@pytest.fixture
def debian(checkout, monkeypatch):
    """A Debian whose packages, rights and installer the test chooses."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "installed_packages", lambda: {*dev.QT_PACKAGES, *dev.FONT_PACKAGES})
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    asked = []
    monkeypatch.setattr(dev, "apt_install", lambda prefix, packages: asked.append(packages) or True)
    monkeypatch.setattr(dev, "asked", asked, raising=False)
    return monkeypatch


def test_nothing_is_asked_of_a_system_that_has_everything(debian):
    dev.ensure_packages(tests=False)
    assert dev.asked == []


def test_without_rights_the_one_line_to_type_is_given(debian):
    debian.setattr(dev, "installed_packages", lambda: {*dev.QT_PACKAGES[1:], *dev.FONT_PACKAGES})
    with pytest.raises(dev.Stop, match=f"sudo apt-get install -y --no-install-recommends {dev.QT_PACKAGES[0]}$"):
        dev.ensure_packages(tests=False)


def test_with_rights_what_is_missing_is_installed(debian):
    debian.setattr(dev, "apt_prefix", lambda: ["env"])
    dev.ensure_packages(tests=True)
    assert dev.asked == [dev.TEST_PACKAGES]


def test_a_missing_font_for_rare_names_stops_nobody(debian, capsys):
    debian.setattr(dev, "installed_packages", lambda: set(dev.QT_PACKAGES))
    dev.ensure_packages(tests=False)
    assert "sudo apt-get install -y --no-install-recommends fonts-hanazono" in capsys.readouterr().out


def test_a_translation_is_compiled_once_and_again_when_it_changes(checkout, monkeypatch):
    source = checkout / "resources" / "i18n" / "en.ts"
    source.parent.mkdir(parents=True)
    source.write_text("<TS/>", encoding="utf-8")
    compiled = []

    def lrelease(*command: str, **environment: str) -> int:
        compiled.append(command[-1])
        Path(command[-1]).touch()
        return 0

    monkeypatch.setattr(dev, "call", lrelease)
    dev.compile_translations()
    dev.compile_translations()
    assert compiled == [str(source.with_suffix(".qm"))]
    os.utime(source.with_suffix(".qm"), (0, 0))
    dev.compile_translations()
    assert len(compiled) == 2
