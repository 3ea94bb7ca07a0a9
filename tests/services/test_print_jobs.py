"""Papers sent to printers: counted when sent, confirmed by a person, kept in the queue when nothing came out."""

import re
import subprocess
from pathlib import Path

import pytest

from reception.errors import Invalid, NotAllowed, NotFound, Unavailable
from reception.rules.inquiries import Disposition, Inquiry, VoidReason
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.print_jobs import PrintState
from reception.services import audit, corrections, inquiries, letter_proposals, letters, notices, print_jobs, printing
from reception.services.desk import Desk
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, Clock, desk_of
from tests.drafts import draft_of

YC = PaperKind.YC
A4, A5 = PaperForm(), PaperForm(size=PaperSize.A5)
TICKS = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=MaterialState.PROVIDED) for no in range(1, 5)))


def mark_of(paper: bytes, folder: Path) -> str:
    """Give the 补打 mark that stands on a paper."""
    path = folder / "paper.pdf"
    path.write_bytes(paper)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    found = re.search(r"补打第 \d+ 次", said)
    return found[0] if found else ""


@pytest.fixture
def inquiry(desk: Desk) -> Inquiry:
    return inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry


@pytest.fixture
def notice(desk: Desk, inquiry: Inquiry) -> Notice:
    return notices.issue(desk, inquiry.id, TICKS)


def prints(desk: Desk, notice: Notice) -> int:
    return notices.by_id(desk, notice.id).prints


def test_what_is_sent_counts_and_stands_in_the_queue_until_somebody_saw_it(desk: Desk, notice: Notice) -> None:
    job = printing.begin(desk, YC, notice.id, A5, "前台", 2).job
    assert (job.state, job.number, job.printer, job.copies, job.form) == (
        PrintState.SENT,
        notice.number,
        "前台",
        2,
        A5,
    )
    assert prints(desk, notice) == 1
    assert print_jobs.waiting(desk) == (job,)
    confirmed = print_jobs.confirm(desk, job.id)
    assert (confirmed.state, confirmed.settled_at) == (PrintState.CONFIRMED, job.made_at)
    assert print_jobs.waiting(desk) == ()
    assert print_jobs.of_paper(desk, YC, notice.id) == (confirmed,)
    assert prints(desk, notice) == 1


def test_a_paper_that_did_not_come_out_is_printed_again_without_a_mark(
    desk: Desk, notice: Notice, clock: Clock, tmp_path: Path
) -> None:
    first = printing.begin(desk, YC, notice.id, A5, "前台")
    failed = print_jobs.fail(desk, first.job.id)
    assert (failed.state, failed.error) == (PrintState.FAILED, "nothing_came_out")
    assert prints(desk, notice) == 0
    assert notices.by_id(desk, notice.id).last_printed_at is None
    clock.advance(minutes=1)
    again = printing.repeat(desk, failed.id)
    assert again.paper.pdf == first.paper.pdf
    assert (again.job.id, again.job.state, again.job.error) == (failed.id, PrintState.SENT, "")
    assert prints(desk, notice) == 1
    print_jobs.confirm(desk, again.job.id)
    second = printing.begin(desk, YC, notice.id, A5, "前台")
    assert mark_of(second.paper.pdf, tmp_path) == "补打第 1 次"


def test_a_reprint_that_did_not_come_out_keeps_its_mark(
    desk: Desk, notice: Notice, clock: Clock, tmp_path: Path
) -> None:
    first = printing.begin(desk, YC, notice.id, A5, "前台")
    print_jobs.confirm(desk, first.job.id)
    clock.advance(minutes=1)
    second = printing.begin(desk, YC, notice.id, A5, "前台")
    print_jobs.fail(desk, second.job.id, "print_failed")
    assert notices.by_id(desk, notice.id).last_printed_at == first.job.made_at
    assert mark_of(printing.repeat(desk, second.job.id).paper.pdf, tmp_path) == "补打第 1 次"


def test_whatever_a_printer_says_of_its_failure_is_kept_short_and_can_be_written(desk: Desk, notice: Notice) -> None:
    job = printing.begin(desk, YC, notice.id, A5, "前台").job
    failed = print_jobs.fail(desk, job.id, "\udcff" + "长" * 100_000)
    assert (failed.state, failed.error) == (PrintState.FAILED, "?" + "长" * (print_jobs.REASON_LIMIT - 1))


def test_a_mark_that_was_passed_by_is_never_given_twice(
    desk: Desk, notice: Notice, clock: Clock, tmp_path: Path
) -> None:
    first = printing.begin(desk, YC, notice.id, A5, "前台")
    clock.advance(minutes=1)
    second = printing.begin(desk, YC, notice.id, A5, "后台")
    assert second.job.id != first.job.id
    print_jobs.fail(desk, first.job.id)
    assert prints(desk, notice) == 2
    assert mark_of(printing.repeat(desk, first.job.id).paper.pdf, tmp_path) == "补打第 2 次"


def test_a_new_print_of_a_paper_takes_its_failed_job_up_again(desk: Desk, notice: Notice) -> None:
    failed = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    again = printing.begin(desk, YC, notice.id, A4, "后台", 3).job
    assert (again.id, again.printer, again.form, again.copies) == (failed.id, "后台", A4, 3)
    assert print_jobs.waiting(desk) == (again,)


def test_what_was_only_sent_can_be_repeated_on_another_printer_as_if_it_had_not_been(
    desk: Desk, ben_desk: Desk, notice: Notice, clock: Clock
) -> None:
    first = printing.begin(desk, YC, notice.id, A5, "前台")
    clock.advance(minutes=1)
    again = printing.repeat(ben_desk, first.job.id, "后台")
    assert again.paper.pdf == first.paper.pdf
    assert prints(desk, notice) == 1
    assert (again.job.printer, again.job.made_by, again.job.made_at) == ("后台", "本", clock.now)
    assert print_jobs.waiting(desk) == (again.job,)


def test_paper_that_comes_late_counts_after_all(desk: Desk, notice: Notice) -> None:
    job = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id, "printer_silent")
    confirmed = print_jobs.confirm(desk, job.id)
    assert (confirmed.state, confirmed.error) == (PrintState.CONFIRMED, "")
    assert prints(desk, notice) == 1


def test_what_failed_stands_before_what_is_not_confirmed(desk: Desk, clock: Clock) -> None:
    jobs = []
    for _ in range(3):
        inquiry = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03", token=f"t{clock.now}")).inquiry
        jobs.append(printing.begin(desk, YC, notices.issue(desk, inquiry.id, TICKS).id, A5, "前台").job)
        clock.advance(minutes=1)
    print_jobs.fail(desk, jobs[2].id)
    assert [job.id for job in print_jobs.waiting(desk)] == [jobs[2].id, jobs[0].id, jobs[1].id]


def test_everything_that_was_sent_is_confirmed_at_once_and_nothing_that_failed(
    desk: Desk, notice: Notice, clock: Clock
) -> None:
    first = printing.begin(desk, YC, notice.id, A5, "前台").job
    clock.advance(minutes=1)
    second = printing.begin(desk, YC, notice.id, A5, "后台").job
    print_jobs.fail(desk, second.id)
    assert print_jobs.confirm_all(desk) == 1
    assert [(job.id, job.state) for job in print_jobs.waiting(desk)] == [(second.id, PrintState.FAILED)]
    assert print_jobs.of_paper(desk, YC, notice.id)[0].id == first.id


def test_the_queue_outlives_the_program(desk: Desk, notice: Notice, clock: Clock) -> None:
    job = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    desk.store.close()
    assert print_jobs.waiting(desk_of(desk.store, ANN, clock)) == (job,)


def test_a_job_is_dropped_for_a_reason_only(desk: Desk, notice: Notice) -> None:
    job = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    with pytest.raises(Invalid) as refused:
        print_jobs.drop(desk, job.id, "  ")
    assert [(each.code, each.field) for each in refused.value.reasons] == [("required", "reason")]
    dropped = print_jobs.drop(desk, job.id, " 来访人不要了 ")
    assert (dropped.state, dropped.error) == (PrintState.DROPPED, "来访人不要了")
    assert print_jobs.waiting(desk) == ()
    assert prints(desk, notice) == 0


@pytest.mark.parametrize("act", [print_jobs.confirm, print_jobs.fail, printing.repeat])
def test_a_settled_job_stays_as_it_is(desk: Desk, notice: Notice, act) -> None:
    job = print_jobs.confirm(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    with pytest.raises(Invalid, match="print_job_settled"):
        act(desk, job.id)
    assert print_jobs.of_paper(desk, YC, notice.id) == (job,)
    assert prints(desk, notice) == 1


def test_a_print_fails_once(desk: Desk, notice: Notice) -> None:
    job = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    with pytest.raises(Invalid, match="print_job_failed_already"):
        print_jobs.fail(desk, job.id)
    assert prints(desk, notice) == 0


def test_a_void_paper_is_never_sent_again_but_can_be_dropped(desk: Desk, inquiry: Inquiry, notice: Notice) -> None:
    job = print_jobs.fail(desk, printing.begin(desk, YC, notice.id, A5, "前台").job.id)
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "事项选错")
    for act in (lambda: printing.repeat(desk, job.id), lambda: printing.begin(desk, YC, notice.id, A5, "前台")):
        with pytest.raises(Invalid, match="void_already"):
            act()
    assert print_jobs.waiting(desk) == (job,)
    print_jobs.drop(desk, job.id, "已作废")


def test_whoever_may_not_print_begins_settles_and_drops_nothing(desk: Desk, dan_desk: Desk, notice: Notice) -> None:
    job = printing.begin(desk, YC, notice.id, A5, "前台").job
    acts = (
        lambda: printing.begin(dan_desk, YC, notice.id, A5, "前台"),
        lambda: printing.repeat(dan_desk, job.id),
        lambda: print_jobs.confirm(dan_desk, job.id),
        lambda: print_jobs.confirm_all(dan_desk),
        lambda: print_jobs.fail(dan_desk, job.id),
        lambda: print_jobs.drop(dan_desk, job.id, "不要了"),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert print_jobs.waiting(desk) == (job,)


def test_a_file_is_a_print_that_came_out(desk: Desk, notice: Notice, tmp_path: Path) -> None:
    saved = printing.save(desk, YC, notice.id, A5, tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == saved.paper.pdf
    assert (saved.job.state, saved.job.printer) == (PrintState.CONFIRMED, "")
    assert print_jobs.waiting(desk) == ()
    assert prints(desk, notice) == 1


def test_a_file_that_cannot_be_written_leaves_neither_job_nor_count(desk: Desk, notice: Notice, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        printing.save(desk, YC, notice.id, A5, tmp_path / "nowhere" / "paper.pdf")
    assert print_jobs.of_paper(desk, YC, notice.id) == ()
    assert prints(desk, notice) == 0


def test_letters_go_the_same_way(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03")).inquiry
    draft: LetterDraft = letter_proposals.propose(desk, inquiry.id, PaperKind.SL, "letter-1")
    letter: Letter = letters.issue(desk, draft)
    first = printing.begin(desk, PaperKind.SL, letter.id, A5, "前台")
    assert (first.job.number, letters.by_id(desk, letter.id).prints) == (letter.number, 1)
    print_jobs.fail(desk, first.job.id)
    assert letters.by_id(desk, letter.id).prints == 0
    clock.advance(minutes=1)
    assert printing.repeat(desk, first.job.id).paper.pdf == first.paper.pdf
    clock.advance(minutes=1)
    assert mark_of(printing.begin(desk, PaperKind.SL, letter.id, A5, "前台").paper.pdf, tmp_path) == "补打第 1 次"


def test_a_paper_or_a_job_that_is_not_there_is_said(desk: Desk) -> None:
    for act in (lambda: printing.begin(desk, YC, 99, A5, "前台"), lambda: print_jobs.confirm(desk, 99)):
        with pytest.raises(NotFound):
            act()


def test_the_history_says_that_a_print_did_not_come_out_and_that_it_did_after_all(desk: Desk, notice: Notice) -> None:
    job = printing.begin(desk, YC, notice.id, A5, "前台").job
    print_jobs.fail(desk, job.id)
    print_jobs.confirm(desk, job.id)
    said = [history_line(entry, desk.calendar, Language.ZH) for entry in audit.history(desk, "Notice", notice.id)]
    assert [(line.what, line.details) for line in said[1:]] == [
        ("打印告知单，第 1 次", ()),
        ("“前台”没有出纸，这一次不计入打印次数", ()),
        ("“前台”后来出了纸，这一次计入打印次数", ()),
    ]
    assert len(audit.history(desk, "PrintJob", job.id)) == 3


def test_a_record_can_be_taken_back_while_nothing_of_it_came_out(desk: Desk, inquiry: Inquiry, notice: Notice) -> None:
    job = printing.begin(desk, YC, notice.id, A5, "前台").job
    with pytest.raises(NotAllowed, match="undo_printed"):
        corrections.undo(desk, inquiry.id)
    print_jobs.fail(desk, job.id)
    assert corrections.undo(desk, inquiry.id).void_reason is VoidReason.UNDO
