"""The real print server of Linux between the program and the paper: sizes, text, codes, trays, printers that fail."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reception.documents.papers import render_paper
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm
from reception.words.paper_forms import paper_of
from tests.documents.paper_fixtures import LEAVE
from tests.stories.display import ROOT, Spoken, until
from tests.stories.print_server import CUPS_PDF, PrintServer, caught, print_server, what_is_missing

DPI = {PaperSize.A4: 300, PaperSize.A5: 300, PaperSize.ROLL: 203}
QUEUE = "counter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A print server with one queue, and a program that prints there."""

    server: PrintServer
    program: Spoken
    out: Path
    papers: Path

    def print(self, paper: Path, size: PaperSize, way: str = "picture", tray: str = "", queue: str = QUEUE) -> str:
        """Print a paper and give what the program heard of it."""
        told: str = self.program.ask(str(paper), size.value, queue, way, tray)
        return told

    def paper(self, size: PaperSize) -> Path:
        """Give the file of a notice in a size."""
        path = self.papers / f"notice-{size.value}.pdf"
        path.write_bytes(render_paper((paper_of(LEAVE),), PaperForm(size=size)).pdf)
        return path


@pytest.fixture
def post(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Post | None]:
    """Give a server with its program; None where CUPS cannot run, which is said, and never happens in CI."""
    missing = what_is_missing()
    if missing:
        assert os.environ.get("CI") != "true", missing
        with capsys.disabled():
            print(f"\nprinting through CUPS is not tried here, {missing}")
        yield None
        return
    with print_server() as server:
        out = server.add(QUEUE)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.printing_desk"],
            cwd=ROOT,
            env=server.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        program = Spoken(process)
        try:
            yield Post(server=server, program=program, out=out, papers=tmp_path)
        finally:
            program.end()


def size_of(path: Path) -> tuple[float, float]:
    """Give width and height of the one page of a paper, in points."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    assert facts["Pages"].strip() == "1"
    width, height = facts["Page size"].split(" pts")[0].split(" x ")
    return float(width), float(height)


def codes_on(path: Path, dpi: int, folder: Path) -> set[str]:
    """Give the codes that a camera reads on a paper."""
    picture = folder / "seen"
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-singlefile", path, picture], check=True)
    said = subprocess.run(["zbarimg", "--quiet", "--raw", f"{picture}.png"], capture_output=True, check=False)
    return set(said.stdout.decode().split())


def text_of(path: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


@pytest.mark.parametrize("way", ["picture", "pdf"])
def test_papers_come_out_at_their_true_size_and_can_be_read(post: Post | None, way: str, tmp_path: Path):
    if post is None:
        return
    assert post.program.ask("names") == [QUEUE]
    for number, (size, dpi) in enumerate(DPI.items(), start=1):
        paper = post.paper(size)
        assert post.print(paper, size, way) == "sent"
        printed = caught(post.out, number)[-1]
        assert size_of(printed) == pytest.approx(size_of(paper), abs=1.0), size
        assert codes_on(printed, dpi, tmp_path) == {LEAVE.query_code}
        assert (LEAVE.number in text_of(printed)) is (way == "pdf")


def test_a_tray_is_offered_by_its_name_and_asked_for(post: Post | None):
    if post is None:
        return
    assert post.program.ask("trays", QUEUE) == ["Tray1", "Tray2"]
    assert post.print(post.paper(PaperSize.A5), PaperSize.A5, "pdf", "Tray2") == "sent"
    caught(post.out, 1)
    (options,) = post.out.glob("*.options")
    assert "InputSlot=Tray2" in options.read_text(encoding="utf-8").split()


def test_a_queue_that_refuses_is_said_where_cups_is_asked_itself(post: Post | None):
    """Qt keeps the refusal to itself; there only the question whether the paper came out finds it."""
    if post is None:
        return
    paper = post.paper(PaperSize.A5)
    post.server.run("/usr/sbin/cupsreject", QUEUE)
    assert post.print(paper, PaperSize.A5, "pdf") == "print_failed"
    assert post.print(paper, PaperSize.A5, "picture") == "sent"
    post.server.run("/usr/sbin/cupsaccept", QUEUE)
    assert post.print(paper, PaperSize.A5, "pdf") == "sent"
    assert len(caught(post.out, 1)) == 1


def test_a_printer_that_is_gone_is_said_and_the_next_one_prints(post: Post | None):
    if post is None:
        return
    paper = post.paper(PaperSize.A5)
    assert post.print(paper, PaperSize.A5, queue="gone") == "printer_gone"
    assert post.print(paper, PaperSize.A5) == "sent"
    assert len(caught(post.out, 1)) == 1


def test_a_jam_holds_the_paper_in_the_spooler_and_the_program_goes_on(post: Post | None):
    """A spooler that took a paper says nothing of the jam: only a person sees that nothing came out."""
    if post is None:
        return
    (post.out / "jam").touch()
    paper = post.paper(PaperSize.A5)
    assert post.print(paper, PaperSize.A5) == "sent"
    until(lambda: "disabled" in post.server.run("/usr/bin/lpstat", "-p", QUEUE), "the printer that stops")
    assert not list(post.out.glob("*.pdf"))
    (post.out / "jam").unlink()
    post.server.run("/usr/sbin/cupsenable", QUEUE)
    assert len(caught(post.out, 1)) == 1


def test_the_virtual_printer_of_debian_prints_the_same(post: Post | None, tmp_path: Path):
    """It prints into the home of its user, and runs for root only."""
    if post is None or os.geteuid() != 0 or not CUPS_PDF.exists():
        return
    post.server.add_cups_pdf("PDF")
    paper = post.paper(PaperSize.ROLL)
    paper = paper.rename(paper.with_name(f"reception-test-{os.getpid()}.pdf"))
    home = Path("~root").expanduser() / "PDF"
    try:
        assert post.print(paper, PaperSize.ROLL, queue="PDF") == "sent"
        printed = until(lambda: _whole(home, paper.stem), "the paper of the virtual printer")
        assert size_of(printed) == pytest.approx(size_of(paper), abs=1.0)
        assert codes_on(printed, DPI[PaperSize.ROLL], tmp_path) == {LEAVE.query_code}
    finally:
        for left in home.glob(f"*{paper.stem}*"):
            left.unlink()


def _whole(home: Path, title: str) -> Path | None:
    """Give the paper of a title once it is written to its end."""
    found = next(iter(home.glob(f"*{title}*.pdf")), None)
    return found if found is not None and found.read_bytes().rstrip().endswith(b"%%EOF") else None
