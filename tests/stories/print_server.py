"""A print server of its own: a private folder, a private port, printers that write what they print into a folder.

It runs as whoever runs the tests, root or not, and touches no printer and no settings of the machine.
"""

import contextlib
import getpass
import grp
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.stories.display import until

CUPSD = "/usr/sbin/cupsd"
BIN = Path("/usr/lib/cups")
NEEDED = (CUPSD, "/usr/sbin/lpadmin", "/usr/bin/lp", "/usr/bin/lpstat", "/usr/lib/cups/filter/pdftopdf")
CUPS_PDF = BIN / "backend" / "cups-pdf"
CUPS_PDF_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
# A printer that takes PDF, with a roll of any length and two trays.
PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "CATCH.PPD"
*Manufacturer: "Tests"
*Product: "(Catch)"
*ModelName: "Catch"
*ShortNickName: "Catch"
*NickName: "Catch"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Region: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595.276 841.890"
*ImageableArea A5/A5: "0 0 419.528 595.276"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595.276 841.890"
*PaperDimension A5/A5: "419.528 595.276"
*HWMargins: 0 0 0 0
*VariablePaperSize: True
*MaxMediaWidth: "1000"
*MaxMediaHeight: "9000"
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 72 1000
*ParamCustomPageSize Height: 2 points 72 9000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Auto
*InputSlot Auto/Automatic: ""
*InputSlot Tray1/White paper: ""
*InputSlot Tray2/Forms: ""
*CloseUI: *InputSlot
*DefaultFont: Courier
"""
# A backend: it is told the job, the user, the title, the copies, the options and, perhaps, a file.
CATCH = """#!/bin/sh
[ $# -eq 0 ] && exit 0
folder=${DEVICE_URI#catch:}
[ -e "$folder/jam" ] && exit 4
cat ${6:+"$6"} > "$folder/$1.part"
printf '%s\\n' "$5" > "$folder/$1.options"
mv "$folder/$1.part" "$folder/$1.pdf"
"""


def what_is_missing() -> str:
    """Give why no print server can run here; an empty text when one can."""
    missing = [name for name in NEEDED if not Path(name).exists()]
    return f"not installed: {', '.join(missing)}" if missing else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintServer:
    """A running server, by its address; each queue has a folder of what it printed."""

    address: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Give the environment in which programs print here."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CUPS")}
        return {**kept, "CUPS_SERVER": self.address, "HOME": str(self.folder)}

    def run(self, *command: str) -> str:
        """Run a command of CUPS against this server and give what it says."""
        done = subprocess.run(command, env=self.environment, capture_output=True, check=False, timeout=60)
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    def add(self, queue: str) -> Path:
        """Make a queue and give the folder into which it prints."""
        out = self.folder / "out" / queue
        out.mkdir(parents=True)
        ppd = self.folder / "catch.ppd"
        ppd.write_text(PPD, encoding="ascii")
        self._make(queue, f"catch:{out}", ppd)
        return out

    def add_cups_pdf(self, queue: str) -> None:
        """Make a queue of the virtual printer of Debian, which prints into the home of its user."""
        self._make(queue, "cups-pdf:/", CUPS_PDF_PPD)

    def _make(self, queue: str, uri: str, ppd: Path) -> None:
        said = self.run("/usr/sbin/lpadmin", "-p", queue, "-v", uri, "-P", str(ppd), "-E")
        told = self.run("/usr/bin/lpstat", "-p", queue)
        if queue not in told or "disabled" in told:
            raise AssertionError(f"the queue {queue} was not made: {said} {told} {self.complaints()}")

    def complaints(self) -> str:
        """Give the end of what the server wrote down."""
        log = self.folder / "error_log"
        return log.read_text(encoding="utf-8", errors="replace")[-4000:] if log.exists() else ""


def caught(folder: Path, count: int) -> list[Path]:
    """Wait until a queue has printed so many papers, and give them in their order."""
    found = until(lambda: papers if len(papers := list(folder.glob("*.pdf"))) >= count else None, f"{count} papers")
    return sorted(found, key=lambda path: int(path.stem))


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """Run a server; it and its folder are gone afterwards."""
    # Not below the folder of the tests: filters run as another user, who may not look into that.
    folder = Path(tempfile.mkdtemp(prefix="reception-cups-"))
    folder.chmod(0o755)
    address = f"localhost:{_free_port()}"
    try:
        _lay_out(folder, address)
        arguments = [CUPSD, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        with (folder / "said").open("wb") as said:
            process = subprocess.Popen(arguments, stdout=said, stderr=said, cwd=folder)
        server = PrintServer(address=address, folder=folder)
        try:
            until(lambda: "is running" in server.run("/usr/bin/lpstat", "-r") or process.poll() is not None, "CUPS")
            if process.poll() is not None:
                raise AssertionError(f"cupsd ended: {(folder / 'said').read_text()} {server.complaints()}")
            yield server
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def _lay_out(folder: Path, address: str) -> None:
    for name in ("etc/ppd", "spool/tmp", "cache", "state/certs", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for part in BIN.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    backend = folder / "bin" / "backend" / "catch"
    backend.write_text(CATCH, encoding="ascii")
    backend.chmod(0o700)
    if os.geteuid() == 0 and CUPS_PDF.exists():
        (folder / "bin" / "backend" / "cups-pdf").symlink_to(CUPS_PDF)
    group = grp.getgrgid(os.getegid()).gr_name
    who = "" if os.geteuid() == 0 else f"User {getpass.getuser()}\nGroup {group}\n"
    (folder / "cups-files.conf").write_text(
        f"ServerRoot {folder}/etc\nServerBin {folder}/bin\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\n"
        f"CacheDir {folder}/cache\nStateDir {folder}/state\nErrorLog {folder}/error_log\n"
        f"AccessLog {folder}/access_log\nPageLog {folder}/page_log\nSandboxing relaxed\nSystemGroup {group}\n{who}",
        encoding="utf-8",
    )
    (folder / "cupsd.conf").write_text(
        f"Listen {address}\nServerName localhost\nLogLevel info\nMaxLogSize 0\nWebInterface No\nBrowsing Off\n"
        "DefaultAuthType None\n<Location />\n  Order allow,deny\n  Allow all\n</Location>\n"
        "<Location /admin>\n  Order allow,deny\n  Allow all\n</Location>\n"
        "<Policy default>\n  JobPrivateAccess all\n  JobPrivateValues none\n"
        "  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n",
        encoding="utf-8",
    )
