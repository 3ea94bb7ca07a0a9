"""This machine: where data and settings live, and what ships with the program."""

import configparser
import contextlib
import sys
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path

import platformdirs

APP = "reception"
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "9p", "fuse.sshfs"})
_REMOTE_DRIVE = 4


def resource(name: str) -> Path:
    """Give the path of something that ships with the program, for instance `fonts/NotoSansSC-Regular.ttf`."""
    return Path(str(files("resources"))) / name


def default_data_folder() -> Path:
    """Give the folder of the database when no other is named."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def settings_folder() -> Path:
    """Give the folder of this machine's own settings (language, counter, printer)."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def log_folder() -> Path:
    """Give the folder of the program's log."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def is_network_folder(folder: Path, mounts: str = "/proc/mounts") -> bool:
    """Tell whether a folder lies on a network share, where SQLite's locks cannot be trusted."""
    path = folder.absolute()
    if sys.platform == "win32":
        return _is_remote_drive(path)
    try:
        table = Path(mounts).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    points = [line.split(" ")[1:3] for line in table.splitlines() if line.count(" ") >= 2]
    below = [(point.replace("\\040", " "), kind) for point, kind in points]
    inside = [(len(point), kind) for point, kind in below if path.is_relative_to(point)]
    return max(inside, default=(0, ""))[1] in _NETWORK_FILE_SYSTEMS


def _is_remote_drive(path: Path) -> bool:
    if str(path).startswith("\\\\"):
        return True
    import ctypes

    windll = getattr(ctypes, "windll", None)
    return windll is not None and windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE


SETTINGS_NAME = "workstation.ini"
_TEXTS = ("language", "look", "counter", "printer", "export_folder", "morning", "print_ways")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this machine remembers for itself; nothing of it belongs to the office.

    `idle_minutes` is after how long without a touch the desk locks, 1 to 10; `text_percent` the size of all text;
    `export_folder` where the weekly log was placed last; `morning` the day and counter of the last first sign-in.
    `print_ways` is how each kind of paper is printed at each counter (`rules.print_ways`); `as_pdf` hands papers to
    CUPS as they are.
    """

    language: str = "zh"
    look: str = "light"
    counter: str = ""
    printer: str = ""
    idle_minutes: int = 3
    text_percent: int = 100
    export_folder: str = ""
    morning: str = ""
    print_ways: str = ""
    as_pdf: bool = False


def read_settings(folder: Path | None = None) -> Settings:
    """Give the settings of this machine; what is missing or unreadable is as it comes."""
    parser = configparser.ConfigParser(interpolation=None)
    with contextlib.suppress(OSError, configparser.Error, UnicodeDecodeError):
        parser.read((folder or settings_folder()) / SETTINGS_NAME, encoding="utf-8")
    found = parser["workstation"] if parser.has_section("workstation") else {}
    texts = {name: found.get(name, getattr(Settings(), name)) for name in _TEXTS}
    minutes = str(found.get("idle_minutes", ""))
    limited = min(10, max(1, int(minutes))) if minutes.isdecimal() else Settings().idle_minutes
    percent = str(found.get("text_percent", ""))
    size = min(200, max(100, int(percent))) if percent.isdecimal() else Settings().text_percent
    as_pdf = found.get("as_pdf", "") == str(True)
    return Settings(**texts, idle_minutes=limited, text_percent=size, as_pdf=as_pdf)


def write_settings(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings of this machine; the file is replaced whole.

    Raises:
        OSError: the folder cannot be written.
    """
    place = folder or settings_folder()
    place.mkdir(parents=True, exist_ok=True)
    parser = configparser.ConfigParser(interpolation=None)
    parser["workstation"] = {item.name: str(getattr(settings, item.name)) for item in fields(settings)}
    fresh = place / f"{SETTINGS_NAME}.new"
    with fresh.open("w", encoding="utf-8") as stream:
        parser.write(stream)
    fresh.replace(place / SETTINGS_NAME)
