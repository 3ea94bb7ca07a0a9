"""What a way slip says, in either language; what stands in the directory in Chinese only stays so.

Source: handbook §1.3 (D5a, D7).
"""

from dataclasses import dataclass
from datetime import datetime

from reception.rules.catalogue import Material, Matter, Unit
from reception.rules.inquiries import Inquiry
from reception.rules.office import Office
from reception.rules.papers import PaperFact
from reception.rules.roster import Post
from reception.rules.way_slips import WaySlip
from reception.words.language import Language, Pair, pick
from reception.words.times import instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFacts:
    """A record of a guided visitor with what is known of the door and of the matter; `at` is local.

    `away` is who holds the post and is not there, `instead` who stands in (nobody: ""), reached by `instead_phone`.
    """

    inquiry: Inquiry
    office: Office
    at: datetime
    unit: Unit | None = None
    post: Post | None = None
    matter: Matter | None = None
    away: str = ""
    instead: str = ""
    instead_phone: str = ""


_TITLE: Pair = ("指路单", "Way slip")
_TO: Pair = ("请到", "Please go to")
_LABELS: dict[str, Pair] = {
    "place": ("地点", "Place"),
    "person": ("找谁", "Ask for"),
    "there": ("在岗情况", "There now"),
    "phone": ("电话", "Phone"),
    "hours": ("办公时间", "Hours"),
    "matter": ("办什么", "Matter"),
    "bring": ("请带上", "Please bring"),
}
_INSTEAD: Pair = ("{who} 不在岗，请找顶岗的 {instead}", "{who} is away; {instead} stands in")
_NOBODY: Pair = ("{who} 不在岗，去之前请先打电话", "{who} is away; please call before you go")
_HELP: Pair = (
    "到了没有人，或者不归那里管，请打 {phone} 找{office}，我们帮您问清楚。",
    "If nobody is there, or it is not their duty, call {office} at {phone}: we find out for you.",
)
_BACK: Pair = (
    "到了没有人，或者不归那里管，请回{office}，我们帮您问清楚。",
    "If nobody is there, or it is not their duty, come back to {office}: we find out for you.",
)
_SENT: Pair = ("{office} {officer} 指引 · {at}", "Sent by {officer}, {office} · {at}")
_ORIGINAL: Pair = ("原件 {n}", "original {n}")
_WHEN = "if it applies to you"
_COPIES: Pair = ("复印件 {n}", "copies {n}")


def compose(facts: WayFacts, language: Language) -> WaySlip:
    """Give the slip of a guided visitor; it holds nothing about the visitor."""
    inquiry, office = facts.inquiry, facts.office
    ours = _either(office.name, office.name_en, language)
    help_words = pick(_HELP if office.phone else _BACK, language)
    return WaySlip(
        title=pick(_TITLE, language),
        office=" ".join(part for part in (_either(office.university, office.university_en, language), ours) if part),
        to_label=pick(_TO, language),
        to=_door_name(facts, language),
        door=tuple(fact for fact in _door(facts, language) if fact.value),
        matter=_fact("matter", _matter(facts, language), language),
        bring_label=pick(_LABELS["bring"], language) if facts.matter and facts.matter.materials else "",
        bring=tuple(_paper(each, language) for each in (facts.matter.materials if facts.matter else ())),
        help_line=help_words.format(phone=office.phone, office=ours),
        sent_line=pick(_SENT, language).format(
            office=ours, officer=inquiry.first_officer, at=instant_text(facts.at, language)
        ),
        number=inquiry.reg_no,
    )


def _door_name(facts: WayFacts, language: Language) -> str:
    if facts.unit is not None:
        return _either(facts.unit.name, facts.unit.name_en, language)
    if facts.post is not None:
        return _either(facts.post.name, facts.post.name_en, language)
    return facts.inquiry.to_person


def _door(facts: WayFacts, language: Language) -> tuple[PaperFact, ...]:
    """Give where it is; what was told at the counter beats the directory."""
    inquiry, unit, post = facts.inquiry, facts.unit, facts.post
    place = inquiry.told_place or (unit.place if unit else "") or (post.place if post else "")
    if unit is not None and place == unit.place:
        place = _either(unit.place, unit.place_en, language)
    phone = inquiry.told_phone or (unit.phone if unit else "") or (post.phone if post else "")
    person = inquiry.to_person if facts.unit is not None or facts.post is not None else ""
    hours = unit.hours if unit else ""
    if language is Language.EN:
        hours = hours.replace("工作日", "Working days")
    return (
        _fact("place", place, language, strong=True),
        _fact("person", person, language),
        _fact("there", _there(facts, language), language, strong=True),
        _fact("phone", phone, language, strong=True),
        _fact("hours", hours, language),
    )


def _there(facts: WayFacts, language: Language) -> str:
    """Give who is not there and who is instead; why is nobody's business (clauses D1.2-b)."""
    if not facts.away:
        return ""
    if not facts.instead:
        return pick(_NOBODY, language).format(who=facts.away)
    called = pick(("，电话 {phone}", ", phone {phone}"), language) if facts.instead_phone else ""
    words = pick(_INSTEAD, language).format(who=facts.away, instead=facts.instead)
    return words + called.format(phone=facts.instead_phone)


def _fact(name: str, value: str, language: Language, *, strong: bool = False) -> PaperFact:
    return PaperFact(label=pick(_LABELS[name], language), value=value, strong=strong)


def _matter(facts: WayFacts, language: Language) -> str:
    """Give the matter; a summary may name the visitor and stays with us."""
    return _either(facts.matter.name, facts.matter.name_en, language) if facts.matter else ""


def _paper(material: Material, language: Language) -> str:
    counts = [pick(_ORIGINAL, language).format(n=material.original)] if material.original else []
    counts += [pick(_COPIES, language).format(n=material.copies)] if material.copies else []
    when = (material.when if language is Language.ZH else _WHEN) if material.conditional else ""
    joint, bracket = pick(("，", ", "), language), pick(("（{}）", " ({})"), language)
    said = joint.join([*([when] if when else []), *counts])
    name = _either(material.name, material.name_en, language)
    return f"{name}{bracket.format(said)}" if said else name


def _either(chinese: str, english: str, language: Language) -> str:
    return (english or chinese) if language is Language.EN else chinese
