"""What the duty sheet of a post says, in either language; what the office keeps in Chinese only stays so.

Source: handbook §4.3 no. 3; clauses D4.6.
"""

from dataclasses import dataclass
from datetime import datetime

from reception.rules.catalogue import Material, Matter
from reception.rules.duty import HandoverItem
from reception.rules.duty_sheets import DutySheetText, SheetTable
from reception.rules.office import Office
from reception.rules.papers import PaperFact, PaperLanguage
from reception.rules.phrases import Phrase
from reception.rules.roster import Post
from reception.words.displays import post_name
from reception.words.language import Language, Pair, pick
from reception.words.service_guides import page_words, unit_name
from reception.words.times import instant_text, limit_text, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A hand-over note as the sheet prints it: from whom, when (local), and what stands in it."""

    who: str
    at: datetime
    keys: str = ""
    calls: str = ""
    instructions: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetItem:
    """A piece of open work with its due moment in local time; None where nothing is due."""

    item: HandoverItem
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """A post as it stands at a local moment; each person is a name and a telephone.

    `back` says until when the holder is away, `serving` who answers now where that is somebody else.
    """

    post: Post
    office: Office
    at: datetime
    holder: tuple[str, str]
    stand_ins: tuple[tuple[str, str], ...] = ()
    away_until: datetime | None = None
    serving: tuple[str, str] | None = None
    matters: tuple[Matter, ...] = ()
    items: tuple[SheetItem, ...] = ()
    told: Told | None = None
    phrases: tuple[Phrase, ...] = ()


_TITLE: Pair = ("岗位职责单", "Duty sheet")
_AS_OF: Pair = ("截至 {at}", "as of {at}")
_LABELS: dict[str, Pair] = {
    "holder": ("A岗", "In charge (A)"),
    "first": ("B岗", "Stand-in (B)"),
    "second": ("第二B岗", "Second stand-in"),
    "now": ("现由谁负责", "Now"),
    "away": ("A岗返回", "A is back"),
    "place": ("地点", "Room"),
    "phone": ("岗位电话", "Phone"),
    "office": ("单位电话", "Office phone"),
    "supervise": ("监督电话", "Supervision"),
    "duties": ("岗位职责", "Duties"),
    "matters": ("办理事项", "Matters"),
    "open": ("未结事项（{n}）", "Open work ({n})"),
    "note": ("{who} 的交接单（{at}）", "Hand-over by {who} ({at})"),
    "keys": ("钥匙、印章、资料、权限", "Keys, seals, files"),
    "calls": ("会来的电话和人", "Expected"),
    "instructions": ("领导交办", "From the leader"),
    "other": ("其他", "Else"),
    "phrases": ("文明用语", "What to say"),
}
_MATTER_COLUMNS: tuple[Pair, ...] = (
    ("编号", "Code"),
    ("事项", "Matter"),
    ("时限", "Limit"),
    ("所需材料", "Papers"),
    ("地点、电话", "Room, phone"),
)
_MATTER_SHARES = (0.1, 0.24, 0.14, 0.32, 0.2)
_OPEN_COLUMNS: tuple[Pair, ...] = (("编号", "Number"), ("内容", "About"), ("到期", "Due"), ("下一步", "Next step"))
_OPEN_SHARES = (0.22, 0.38, 0.2, 0.2)
_NO_DUTIES: Pair = ("还没有填写岗位职责。", "The duties are not written down yet.")
_NO_MATTERS: Pair = ("目录里没有归本岗的事项。", "No matter of the catalogue belongs to this post.")
_NO_WORK: Pair = ("没有未结的事项。", "Nothing is open.")
_NO_PAPERS: Pair = ("无", "none")
_CALL: Pair = ("回电", "call")
_UNSET: Pair = ("未设", "nobody")
_REMARK: Pair = (
    "内部使用，用后收回。顶岗人有A岗的权限，对所办的事负责；期限不因A岗不在而延长。",
    "For internal use; give it back. Whoever stands in has the powers of A and answers for what he does; no deadline "
    "is longer because A is away. What is kept in Chinese only is printed in Chinese.",
)


def compose(facts: SheetFacts, language: Language) -> DutySheetText:
    """Give the sheet of a post."""
    post, office = facts.post, facts.office
    told = facts.told
    return DutySheetText(
        language=PaperLanguage(language.value),
        title=pick(_TITLE, language),
        code=post.code,
        name=post_name(post, language),
        office=unit_name(office, language),
        as_of=pick(_AS_OF, language).format(at=_moment(facts.at, language)),
        people=_people(facts, language),
        duties_label=pick(_LABELS["duties"], language),
        duties=(post.duties or pick(_NO_DUTIES, language),),
        matters=_matters(facts, language),
        open=_open(facts, language),
        note_label=_label("note", language, who=told.who, at=_moment(told.at, language)) if told else "",
        note=_note(told, language) if told else (),
        phrases_label=pick(_LABELS["phrases"], language),
        phrases=tuple(pick((each.zh, each.en), language) for each in facts.phrases),
        remark=pick(_REMARK, language),
        page=page_words(language),
    )


def _people(facts: SheetFacts, language: Language) -> tuple[PaperFact, ...]:
    names = ("first", "second")
    shown = [("holder", _person(facts.holder))]
    shown += [(name, _person(each)) for name, each in zip(names, facts.stand_ins, strict=False)]
    if not facts.stand_ins:
        shown.append(("first", pick(_UNSET, language)))
    shown += [
        ("now", _person(facts.serving) if facts.serving else ""),
        ("away", _moment(facts.away_until, language) if facts.away_until else ""),
        ("place", facts.post.place or facts.office.place),
        ("phone", facts.post.phone),
        ("office", facts.office.phone),
        ("supervise", facts.office.supervise_phone),
    ]
    return tuple(
        PaperFact(label=_label(name, language), value=value, strong=name in ("holder", "now")) for name, value in shown
    )


def _matters(facts: SheetFacts, language: Language) -> SheetTable:
    return SheetTable(
        title=_label("matters", language),
        columns=tuple(pick(each, language) for each in _MATTER_COLUMNS),
        shares=_MATTER_SHARES,
        rows=tuple(_matter(each, language) for each in facts.matters),
        none=pick(_NO_MATTERS, language),
    )


def _matter(matter: Matter, language: Language) -> tuple[str, ...]:
    comma = pick(("；", "; "), language)
    papers = comma.join(_paper(each, language) for each in matter.materials) or pick(_NO_PAPERS, language)
    where = "\n".join(part for part in (_either(matter.place, matter.place_en, language), matter.phone) if part)
    limit = limit_text(matter.limit, language) if matter.limit else ""
    return (matter.code, _either(matter.name, matter.name_en, language), limit, papers, where)


def _paper(material: Material, language: Language) -> str:
    name = _either(material.name, material.name_en, language)
    return pick((f"{name}（视情）", f"{name} (if it applies)"), language) if material.conditional else name


def _open(facts: SheetFacts, language: Language) -> SheetTable:
    items, today = facts.items, facts.at.date()
    return SheetTable(
        title=_label("open", language, n=len(items)),
        columns=tuple(pick(each, language) for each in _OPEN_COLUMNS),
        shares=_OPEN_SHARES,
        rows=tuple(
            (
                each.item.number or pick(_CALL, language),
                each.item.text,
                f"{short_date(each.due, today, language)} {each.due:%H:%M}" if each.due else "—",
                each.item.next_step,
            )
            for each in items
        ),
        none=pick(_NO_WORK, language),
    )


def _note(told: Told, language: Language) -> tuple[PaperFact, ...]:
    parts = (("keys", told.keys), ("calls", told.calls), ("instructions", told.instructions), ("other", told.note))
    return tuple(PaperFact(label=_label(name, language), value=value) for name, value in parts if value)


def _person(person: tuple[str, str]) -> str:
    return "　".join(part for part in person if part)


def _moment(moment: datetime, language: Language) -> str:
    return instant_text(moment, language)


def _label(name: str, language: Language, **values: object) -> str:
    return pick(_LABELS[name], language).format(**values)


def _either(chinese: str, english: str, language: Language) -> str:
    return (english or chinese) if language is Language.EN else chinese
