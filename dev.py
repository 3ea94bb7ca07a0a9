#!/usr/bin/env python3
"""Set up, run and test Reception from a checkout.

It needs nothing but Python 3.11, 3.12 or 3.13 and does all set-up itself, the first time and whenever
a lock changes: system packages (on Debian and its relatives), the environment in .venv, the libraries
locked in requirements*.txt, the compiled translations. A second time it needs no network.
"""

from __future__ import annotations  # so that an older Python gets as far as saying what it lacks

import argparse
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
TOUR = Path("build") / "tour"
RUN_LOCK = "requirements.txt"
TEST_LOCK = "requirements-dev.txt"
WINDOWS = os.name == "nt"
OLDEST, NEWEST = (3, 11), (3, 13)
CHECKED = ("reception", "ui", "main.py", "dev.py")

# What the libraries of PySide6 link to, by the names of Debian 12 (later releases provide them too).
QT_PACKAGES = [
    *("libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"),
    *("libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
    *("libwayland-cursor0", "libwayland-egl1", "libcups2"),
]
# Characters of rare names that the bundled font lacks. Without it papers print their codes.
FONT_PACKAGES = ["fonts-hanazono"]
# A screen reader's view, a real input method on a screen that nobody sees, a real print server.
TEST_PACKAGES = [
    *("xvfb", "xauth", "poppler-utils", "zbar-tools", "libreoffice-calc", "procps"),
    *("openbox", "dbus-daemon", "dbus-bin", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"),
    *("fcitx5", "fcitx5-pinyin", "xdotool"),
    *("cups", "cups-client", "cups-filters", "printer-driver-cups-pdf", "ghostscript"),
]


class Stop(Exception):
    """Set-up cannot go on; the message says what the reader can do."""


def use_supported_python() -> None:
    """Start again under a Python that the locked libraries have wheels for, or say that there is none."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            sys.exit(subprocess.call([found, *sys.argv]))
    have = ".".join(map(str, sys.version_info[:3]))
    raise Stop(f"Reception needs Python 3.11, 3.12 or 3.13; this is {have} and no other was found.")


def venv_program(name: str) -> str:
    """Give the path of a program inside .venv."""
    return str(VENV / ("Scripts" if WINDOWS else "bin") / (name + (".exe" if WINDOWS else "")))


def entry(module: str, function: str) -> list[str]:
    """Give the command of a tool that has no `-m` form; it works in a tree that was moved, too."""
    program = f"import sys; from {module} import {function} as start; sys.exit(start())"
    return [venv_program("python"), "-c", program]


def call(*command: str, **environment: str) -> int:
    """Run a command in the root of the tree, with extra environment, and give its exit code."""
    sys.stdout.flush()
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})


def succeeds(*command: str) -> bool:
    """Say whether a command ends with 0; what it prints is thrown away."""
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(f"dev.py: {text}", flush=True)


def installed_packages() -> set[str]:
    """Give the names of all installed Debian packages and of what they provide."""
    fields = "${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat", fields], capture_output=True, text=True, check=True
    ).stdout
    names = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status.startswith("ii"):
            names.add(package)
            names.update(offer.split()[0] for offer in provides.split(",") if offer.strip())
    return names


def apt_prefix() -> list[str] | None:
    """Give the words that make apt-get run with rights, or None when there are none."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def apt_install(prefix: list[str], packages: list[str]) -> bool:
    """Install Debian packages, reading the package lists anew when there are none or they are too old."""
    apt = [*prefix, "apt-get", "-o", "DPkg::Lock::Timeout=300", "-q"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    lists = Path("/var/lib/apt/lists")
    if any(lists.glob("*_Packages*")) and call(*install) == 0:
        return True
    return call(*apt, "update") == 0 and call(*install) == 0


def ensure_packages(*, tests: bool) -> None:
    """Install the system packages that are missing, or say which line installs them.

    Raises:
        Stop: packages are missing without which nothing runs, and they cannot be installed from here.
    """
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    have = installed_packages()
    needed = [name for name in QT_PACKAGES + (TEST_PACKAGES if tests else []) if name not in have]
    if not VENV.exists() and not has_module("ensurepip") and not has_module("pip"):
        needed.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    wished = [name for name in FONT_PACKAGES if name not in have]
    if not needed + wished:
        return
    install = "apt-get install -y --no-install-recommends " + " ".join(needed + wished)
    line = f"sudo apt-get update && sudo {install}"
    prefix = apt_prefix()
    if prefix is not None:
        say(install)
        if apt_install(prefix, needed + wished):
            return
    if needed:
        why = "they cannot be installed from here" if prefix is None else "installing them failed"
        raise Stop(f"System packages are missing and {why}. Type this line, then try again:\n  {line}")
    say(f"rare characters in names will be printed as codes until you type: {line}")


def has_module(name: str) -> bool:
    """Say whether this Python has a module: Debian ships ensurepip, and pip itself, apart."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def digest(lock: str) -> str:
    """Give what must be equal for a lock to count as installed: its content and the Python."""
    content = (ROOT / lock).read_bytes() + f"{sys.version_info[:2]} {sys.platform}".encode()
    return hashlib.sha256(content).hexdigest()


def is_installed(lock: str) -> bool:
    """Say whether .venv holds the libraries of a lock; those for the tests contain those for the program."""
    if not (STAMP.is_file() and Path(venv_program("python")).exists()):
        return False
    try:
        stamps = json.loads(STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return any(stamps.get(name) == digest(name) for name in (lock, TEST_LOCK))


def pip_command() -> list[str]:
    """Create .venv where it is missing or of another Python, and give the command of its pip."""
    version = f"version = {sys.version_info[0]}.{sys.version_info[1]}."
    settings = VENV / "pyvenv.cfg"
    python = venv_program("python")
    if not (settings.is_file() and version in settings.read_text(encoding="utf-8") and Path(python).exists()):
        say(f"creating {VENV.name} with Python {sys.version.split()[0]}")
        pip = [] if has_module("ensurepip") else ["--without-pip"]
        if call(sys.executable, "-m", "venv", "--clear", *pip, str(VENV)) != 0:
            raise Stop(f"{VENV} could not be created.")
    if succeeds(python, "-m", "pip", "--version"):
        return [python, "-m", "pip"]
    if has_module("pip"):
        return [sys.executable, "-m", "pip", "--python", python]
    raise Stop("This Python has neither ensurepip nor pip; install the one that belongs to it, try again.")


def ensure_libraries(lock: str) -> None:
    """Install the libraries of a lock into .venv, unless they stand there already."""
    if is_installed(lock):
        return
    pip = pip_command()
    STAMP.unlink(missing_ok=True)
    say(f"installing the libraries of {lock} (about 100 MB the first time)")
    # The lock names every library, so nothing is left to resolve; and Debian 12's pip resolves an
    # extra (`coverage[toml]`) to the newest release, whatever the lock says, and then lacks its hash.
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    options += ["--no-input", "--disable-pip-version-check"]
    loud = [] if sys.stdout.isatty() else ["--quiet"]
    if call(*pip, "install", *loud, *options, "-r", lock) != 0:
        raise Stop("The libraries could not be installed; the lines above say why.")
    if call(venv_program("python"), "-c", "import PySide6.QtWidgets") != 0:
        raise Stop("Qt does not start: the system lacks the library named above.")
    STAMP.write_text(json.dumps({lock: digest(lock)}), encoding="utf-8")


def compile_translations() -> None:
    """Compile each .ts under resources/i18n whose .qm is missing or older."""
    lrelease = entry("PySide6.scripts.pyside_tool", "lrelease")
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        if call(*lrelease, "-silent", str(source), "-qm", str(target)) != 0:
            raise Stop(f"{source.name} could not be compiled.")


def set_up(*, tests: bool) -> None:
    """Do whatever is still missing before the program, or its tests, can run."""
    ensure_packages(tests=tests)
    ensure_libraries(TEST_LOCK if tests else RUN_LOCK)
    compile_translations()


def answers(family: int, address: str | tuple[str, int]) -> bool:
    """Say whether something listens at a socket address."""
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(2)
        try:
            line.connect(address)
        except OSError:
            return False
    return True


def has_display() -> bool:
    """Say whether a window can be opened; a display that is named but does not answer counts as none."""
    if not sys.platform.startswith("linux"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and answers(socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    screenless = number.partition(".")[0]
    if not screenless.isdigit():
        return False
    if host and not host.startswith(("unix", "/")):
        return answers(socket.AF_INET, (host, 6000 + int(screenless)))
    local = f"/tmp/.X11-unix/X{screenless}"  # noqa: S108 -- where X servers listen
    return answers(socket.AF_UNIX, local) or answers(socket.AF_UNIX, "\0" + local)


def setup(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Install everything that run (and, unless --run-only, test) needs."""
    set_up(tests=not arguments.run_only)
    say("ready")
    return 0


def run(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Open the window; with no display, walk through it unseen and leave pictures and papers."""
    set_up(tests=False)
    python = venv_program("python")
    if has_display():
        return call(python, "main.py", *rest)
    say(f"no display here: running the tour unseen; it leaves pictures, papers and exports in {TOUR}")
    return call(python, "-m", "ui.tour", "--out", str(TOUR), *rest, QT_QPA_PLATFORM="offscreen")


def failed_checks() -> list[str]:
    """Run the linter, the formatter, the type checker and the import contracts; give those that failed."""
    python = venv_program("python")
    checks = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy", "--strict", *(name for name in CHECKED if (ROOT / name).exists())],
        "lint-imports": [*entry("importlinter.cli", "lint_imports_command"), "--no-cache"],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if call(*command) != 0:
            failed.append(name)
    return failed


def check(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Run the checks that read the code without running it."""
    set_up(tests=True)
    failed = failed_checks()
    say(f"failed: {', '.join(failed)}" if failed else "all checks pass")
    return 1 if failed else 0


def test(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Run the checks, then the tests, whose result is the last line; 0 only when all of it passes."""
    set_up(tests=True)
    failed = failed_checks()
    say("pytest")
    # On each core at once, a file whole on one of them; a crash ends the run. A narrower question is for one process.
    wide = [] if rest else ["-q", "-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0"]
    if call(venv_program("python"), "-m", "pytest", *wide, *rest, QT_QPA_PLATFORM="offscreen") != 0:
        failed.append("pytest")
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def bench(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Measure, and print each figure as a ratio to a baseline of the same run."""
    set_up(tests=True)
    return call(venv_program("python"), "-m", "benchmarks", *rest, QT_QPA_PLATFORM="offscreen")


def soak(arguments: argparse.Namespace, rest: list[str]) -> int:
    """Work at the desk for a long time and watch that nothing grows, slows down or is lost."""
    set_up(tests=True)
    return call(venv_program("python"), "-m", "benchmarks.soak", *rest, QT_QPA_PLATFORM="offscreen")


COMMANDS = {
    "setup": (setup, "install system packages, .venv, libraries and translations"),
    "run": (run, "open Reception (other arguments go to the program); with no display, run the tour"),
    "test": (test, "run the checks and the tests (other arguments go to pytest)"),
    "check": (check, "run ruff, mypy and the import contracts"),
    "bench": (bench, "run the benchmarks (other arguments go to them)"),
    "soak": (soak, "run the long test (other arguments go to it)"),
}


def parser() -> argparse.ArgumentParser:
    """Give the reader of the command line."""
    reader = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = reader.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (function, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=function.__doc__)
        if name == "setup":
            command.add_argument("--run-only", action="store_true", help="leave out what only tests need")
    return reader


def main() -> int:
    """Carry out one command and give the exit code."""
    arguments, rest = parser().parse_known_args()
    if arguments.command in ("setup", "check") and rest:
        parser().error(f"unrecognized arguments: {' '.join(map(shlex.quote, rest))}")
    function, _ = COMMANDS[arguments.command]
    try:
        use_supported_python()
        return function(arguments, [word for word in rest if word != "--"])
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
