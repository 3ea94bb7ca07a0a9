"""What stands under the chosen way: its promise, and the verdict of the check list."""

from PySide6.QtCore import QCoreApplication

from reception.rules.inquiries import Disposition
from reception.rules.roster import Post
from ui import look
from ui.inquiries.materials import MaterialList
from ui.inquiries.way_rules import Known

_CALLS = frozenset({Disposition.D5B, Disposition.D9})
"""Ways after which the visitor is called: a call to promise is proposed."""


def verdict_words(materials: MaterialList, supplement_by: str) -> tuple[str, look.Role]:
    """Give the verdict that the ticks come to, and how it looks."""
    open_rows, owed = materials.open_rows(), materials.owed()
    if not materials.fields():
        return QCoreApplication.translate("way_words", "请先选定事项，这里列出它的材料。"), "muted"
    if open_rows:
        return QCoreApplication.translate("way_words", "还有 {n} 项没有核对").format(n=open_rows), "muted"
    if owed:
        words = QCoreApplication.translate("way_words", "需补正 {n} 项，请于 {date} 前补齐")
        return words.format(n=owed, date=supplement_by), "warning"
    if materials.marked:
        return QCoreApplication.translate("way_words", "材料齐全：受理承诺 F7，能当场办的按 F6"), "good"
    return QCoreApplication.translate("way_words", "材料齐全：可以改选当场办结 F6 或受理承诺 F7"), "good"


def note_words(way: Disposition, known: Known, receiver: str, post: Post | None) -> str:
    """Give what follows from a way, with its dates and its receiver."""
    if way is Disposition.D3 and known.unlimited:
        words = QCoreApplication.translate("way_words", "保存后生成受理编号；无时限")
    elif way is Disposition.D3:
        words = QCoreApplication.translate("way_words", "保存后生成受理编号；最迟 {due} 办结")
    elif way is Disposition.D5B:
        words = QCoreApplication.translate("way_words", "接收人 {receiver}，1 个工作日内签收")
    elif way is Disposition.D6:
        words = QCoreApplication.translate("way_words", "移交 {receiver}，1 个工作日内签收、3 个工作日内提出意见")
    elif way is Disposition.D9:
        words = QCoreApplication.translate("way_words", "5 个工作日内答复来访人，最迟 {reply_by}")
    elif way is Disposition.D10:
        words = QCoreApplication.translate(
            "way_words", "本件按受限登记：其他人只能看到编号和日期。不要转给被投诉的人。"
        )
    else:
        return ""
    said = words.format(due=known.due or "—", receiver=receiver or "—", reply_by=known.reply_by or "—")
    transferred = post if way in (Disposition.D5B, Disposition.D6) else None
    call = QCoreApplication.translate("way_words", "约回电 Ctrl+B") if way in _CALLS else ""
    return " · ".join(each for each in (said, *_reached(transferred), call) if each)


def _reached(post: Post | None) -> tuple[str, str]:
    return (post.phone, post.place) if post else ("", "")
