"""What the tour does: the first start, a morning at the counter, a notice on paper, every room, the week taken out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reception.rules.notices import PaperSize
from ui.machine import Machine
from ui.tour.hand import Hand

if TYPE_CHECKING:
    from ui.cases import CasesPage
    from ui.first_start import FirstStartPage
    from ui.inquiries import IntakePage
    from ui.logs import LogsPage
    from ui.main_window import MainWindow
    from ui.notices import NoticePage
    from ui.roster import RosterPage
    from ui.today import TodayPage

PASSWORD = "lantern-7 bridge"
CLERK = "李娟"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visitor: how he came, who he is, what he wants, and the key of the way; `then` fills the way's fields."""

    channel: str = "1"
    name: str = ""
    phone: str = ""
    summary: str = ""
    matter: str = ""
    way: str
    then: tuple[str, ...] = ()


MORNING = (
    Visit(summary="补办学生证在哪里办", way="F5"),
    Visit(name="周敏", phone="13900002222", matter="本科生在读证明", way="F6", then=("已开具在读证明",)),
    Visit(channel="2", name="阿卜杜拉·买买提", phone="0731-5550 1234", matter="成绩单", way="F7"),
    Visit(summary="学分转换咨询", way="F9", then=("JW-06", "何老师")),
    Visit(name="欧阳龑", phone="13800004444", summary="代收学分材料", way="Shift+F5", then=("JW-06",)),
    Visit(channel="2", name="王𬭎", phone="13700005555", summary="学费退费", way="Shift+F6", then=("计划财务处",)),
    Visit(channel="3", summary="校外道路噪声", way="Shift+F7", then=("不属学校管理，建议向街道反映。",)),
    Visit(channel="2", name="刘洋", phone="13600006666", summary="跨院系重修由谁受理", way="Shift+F8"),
    Visit(name="王芳", phone="13500007777", summary="反映窗口态度", way="Shift+F9"),
)
WITH_NOTICE = Visit(name="林晓舟", phone="138 0000 1234", matter="bbxsz", way="F8")


class Tour:
    """The scenes, in order; each works by keys in the real window."""

    def __init__(self, hand: Hand, machine: Machine, out: Path) -> None:
        self._hand, self._machine, self._out = hand, machine, out

    def walk(self) -> None:
        """Show everything."""
        for scene in (
            self.first_start,
            self.morning,
            self.notice,
            self.rooms,
            self.day,
            self.courtesy,
            self.duty,
            self.week,
            self.desk_left,
            self.clothes,
        ):
            scene()

    @property
    def _work(self) -> "MainWindow":
        work = self._hand.window.work
        if work is None:
            raise LookupError("nobody sits at the desk")
        return work

    @property
    def _intake(self) -> "IntakePage":
        return cast("IntakePage", self._work.pages["inquiries"])

    def first_start(self) -> None:
        """Make the office and sit down."""
        hand = self._hand
        hand.settle()
        page = cast("FirstStartPage", hand.window.stack.currentWidget())
        for field, words in ((page.account, CLERK), (page.password, PASSWORD), (page.again, PASSWORD)):
            field.setFocus()
            hand.write(words)
        hand.picture("first-start")
        hand.press("Alt+S")
        hand.wait_for(lambda: hand.window.work is not None, "the office")
        hand.picture("intake-empty")

    def morning(self) -> None:
        """Record every way of dealing with a visitor."""
        for visit in MORNING:
            self._begin(visit)
            self._hand.press(visit.way)
            self._fill(visit)
            self._hand.picture(f"intake-{visit.way.lower().replace('+', '-')}")
            self._save("Ctrl+S")

    def notice(self) -> None:
        """Hand out a one-time notice: two papers missing, seen, and on paper in both sizes."""
        hand = self._hand
        self._begin(WITH_NOTICE)
        hand.press(WITH_NOTICE.way, "2", "2", "1", "1")
        hand.picture("intake-f8")
        self._save("Ctrl+P")
        hand.wait_for(lambda: self._step() is not None, "the notice")
        page = cast("NoticePage", self._step())
        papers = self._out / "papers"
        papers.mkdir(exist_ok=True)
        for size in (PaperSize.A4, PaperSize.A5):
            page.choose(size)
            hand.settle()
            hand.picture(f"notice-{size.value.lower()}")
            page.save_as(str(papers / f"notice-{size.value}.pdf"))
            hand.settle()
        hand.press("Escape")

    def rooms(self) -> None:
        """Look into every room, with something half typed at the counter."""
        hand = self._hand
        self._work.go("inquiries")
        self._begin(Visit(channel="2", phone="13800001234", way="F5"))
        hand.press("F8")
        hand.picture("intake-known-caller")
        hand.press("Ctrl+S")
        hand.picture("intake-mistakes")
        hand.press("F1")
        hand.picture("keys")
        hand.press("Escape")
        for room in self._work.rooms.values():
            hand.press(f"Alt+{room.number}")
            if room.name == "register":
                hand.press("Down", "Return")
            hand.picture(f"room-{room.name}")

    def courtesy(self) -> None:
        """Find better words, see what to say, and whom to call in an emergency."""
        hand = self._hand
        self._work.go("inquiries")
        hand.press("F2")
        self._begin(Visit(channel="2", summary="借教室归谁管", way="F5"))
        hand.press("F5")
        hand.write("这事不归我管，你去找后勤。")
        hand.picture("hint")
        hand.press("Alt+.", "F10", "4")
        hand.picture("phrases")
        hand.press("Escape", "Ctrl+E")
        hand.picture("emergency")
        hand.press("Escape")

    def day(self) -> None:
        """Promise a call at the counter, try it from the day's room, and hand over."""
        hand = self._hand
        self._work.go("inquiries")
        hand.press("F2")
        self._begin(Visit(channel="2", name="周敏", phone="13900002222", summary="在读证明何时能取", way="F5"))
        hand.press("Ctrl+B")
        hand.write("+30")
        hand.picture("intake-call-back")
        self._intake.form.call.alone.click()
        hand.settle()
        hand.press("Escape", "Alt+0", "2")
        page = cast("TodayPage", self._work.pages["today"])
        page.choose("morning")
        hand.picture("day-morning")
        page.choose("evening")
        page.hand_over.setFocus()
        hand.write("钥匙在抽屉里；张老师下午来取成绩单，已盖章。")
        hand.picture("day-evening")
        hand.press("Ctrl+S")

    def duty(self) -> None:
        """Go away until the afternoon and come back; look at a transfer, and acknowledge it."""
        hand = self._hand
        hand.press("Alt+5", "A", "Down", "Tab")
        hand.write("+90")
        form = cast("RosterPage", self._work.pages["roster"]).pane.form
        hand.wait_for(lambda: not form.is_asking, "the uncovered posts")
        hand.picture("duty-away")
        hand.press("Ctrl+S")
        hand.picture("duty-list")
        hand.press("B", "Alt+2")
        page = cast("CasesPage", self._work.pages["cases"])
        page.choose("sent")
        hand.settle()
        transfers = page.why.transfers
        hand.press("Alt+T")
        hand.wait_for(lambda: transfers.form is not None, "the form of a return")
        hand.picture("transfer-return")
        hand.press("Escape", "Alt+Q")
        hand.wait_for(lambda: page.table.records.rowCount() == 0, "the acknowledgement")
        page.choose("all")

    def week(self) -> None:
        """Take the week out in all three forms."""
        hand = self._hand
        folder = self._out / "exports"
        folder.mkdir(exist_ok=True)
        self._work.go("logs")
        page = cast("LogsPage", self._work.pages["logs"])
        page.exporting.folder.set_text(str(folder))
        hand.press("Alt+E")
        hand.wait_for(lambda: len(list(folder.glob("reception-*"))) == 3, "the files of the week")
        hand.picture("week-exported")

    def desk_left(self) -> None:
        """Shade the screen, lock the desk, and come back."""
        hand = self._hand
        hand.press("F12")
        hand.picture("shade")
        hand.press("F12", "Ctrl+L")
        hand.picture("locked")
        hand.write(CLERK)
        hand.press("Tab")
        hand.write(PASSWORD)
        hand.press("Return")
        hand.wait_for(lambda: not hand.window.is_locked, "the desk again")

    def clothes(self) -> None:
        """Show the counter in English and in the dark look."""
        for values, name in (({"language": "en"}, "english"), ({"language": "zh", "look": "dark"}, "dark")):
            self._machine.change(**values)
            self._hand.settle()
            for room in ("today", "inquiries", "cases", "register", "catalogue", "roster", "logs", "settings"):
                if room in self._work.rooms:
                    self._work.go(room)
                    self._hand.picture(f"{name}-{room}")

    def _begin(self, visit: Visit) -> None:
        hand = self._hand
        self._work.go("inquiries")
        self._intake.form.contact.channel.setFocus()
        hand.press(visit.channel)
        for key, text in (("Alt+N", visit.name), ("Alt+T", visit.phone)):
            if text:
                hand.press(key)
                hand.write(text)
        hand.press("Alt+K", "Down")
        if visit.name or visit.phone:
            hand.press("Alt+I")
            hand.wait_for(lambda: self._intake.form.person.privacy_told.value() is True, "the privacy tick")
        if visit.matter:
            hand.press("Alt+M")
            hand.write(visit.matter)
            hand.press("Return")
        if visit.summary:
            hand.press("Alt+S")
            hand.write(visit.summary)

    def _fill(self, visit: Visit) -> None:
        """Write the fields of the way: the first has the focus; a directory field takes its first proposal."""
        hand, ways = self._hand, self._intake.form.ways
        if visit.then:
            hand.write(visit.then[0])
        if visit.way in ("F9", "Shift+F5", "Shift+F6"):
            hand.press("Return")
        if visit.way == "F9":
            ways.to_person.setFocus()
            ways.to_person.edit.selectAll()
            hand.write(visit.then[1])
            ways.guide_mode.setFocus()
            hand.press("1")
        if visit.way == "Shift+F5":
            ways.papers.add.click()
            hand.write("学分认定申请表")

    def _save(self, key: str) -> None:
        """Save, and wait for the next number on the list of today."""
        before = self._count()
        self._hand.press(key)
        self._hand.wait_for(self._counted(before + 1), "the record")

    def _counted(self, wanted: int) -> Callable[[], bool]:
        return lambda: self._count() == wanted

    def _count(self) -> int:
        return self._intake.today.table.model().rowCount()

    def _step(self) -> object | None:
        return self._work.step
