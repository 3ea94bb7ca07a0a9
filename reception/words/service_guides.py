"""What the service guide says of matters, in either language; what the catalogue has in Chinese only stays so.

Source: handbook §2.1 (what must be told), §9; decisions on the catalogue file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reception.rules.catalogue import Material, Matter, Unit
from reception.rules.catalogue_file import FIRST_EFFECTIVE_ON
from reception.rules.guides import GuideBook, GuideChapter, MatterGuide
from reception.rules.limits import LimitUnit
from reception.rules.notices import MaterialState, NoticeMaterial
from reception.rules.office import Office
from reception.rules.papers import PaperFact, PaperLanguage
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.times import date_text, limit_text, statutory_text

_ZH, _EN = Language.ZH, Language.EN
_IN_DAYS = frozenset({LimitUnit.WD, LimitUnit.CD, LimitUnit.HALF_MONTH, LimitUnit.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFacts:
    """A matter with its unit, and who holds its post and stands in, where somebody has confirmed that."""

    matter: Matter
    unit: Unit | None = None
    post: Pair = ("", "")
    holder: str = ""
    stand_in: str = ""


def spoken(language: PaperLanguage) -> tuple[Language, ...]:
    """Give the languages that a paper speaks, Chinese first."""
    if language is PaperLanguage.BOTH:
        return (_ZH, _EN)
    return (_EN,) if language is PaperLanguage.EN else (_ZH,)


def unit_name(office: Office, language: Language) -> str:
    """Give whose paper it is, 示例大学教务处."""
    if language is _ZH:
        return f"{office.university}{office.name}"
    return ", ".join(part for part in (office.name_en or office.name, office.university_en) if part)


def page_words(language: Language) -> str:
    """Give how pages are numbered, with `{place}` and `{count}`."""
    return pick(("第 {place} 页，共 {count} 页", "page {place} of {count}"), language)


def compose_guide(facts: GuideFacts, office: Office, language: Language) -> MatterGuide:
    """Give what the guide says of a matter."""
    matter = facts.matter
    edition = pick((f"第{matter.edition}版", f"Edition {matter.edition}"), language)
    since = pick(
        (f"，{date_text(matter.effective_on, _ZH)}起施行", f", in force from {date_text(matter.effective_on, _EN)}"),
        language,
    )
    known = since if matter.effective_on > FIRST_EFFECTIVE_ON else ""
    marks = [label(matter.category, language), label(matter.case_type, language)]
    if matter.online:
        marks.append(pick(("网上可办", "online"), language))
    return MatterGuide(
        language=PaperLanguage(language.value),
        code=matter.code,
        name=_either(matter.name, matter.name_en, language),
        marks=" · ".join(marks),
        contacts=_contacts(facts, office, language),
        facts=_demands(matter, language),
        materials=tuple(_material(row, language) for row in matter.materials),
        closing=_procedure(matter, language),
        note=pick((f"{edition}{known}。", f"{edition}{known}."), language) + _remark(facts, language),
    )


def compose_book(
    office: Office, units: Sequence[Unit], matters: Iterable[GuideFacts], language: PaperLanguage, today: date
) -> GuideBook:
    """Give the whole catalogue: units in their order, matters of unknown units last."""
    languages = spoken(language)
    by_unit: dict[str, list[GuideFacts]] = {unit.code: [] for unit in units}
    for facts in matters:
        by_unit.setdefault(facts.matter.unit_code, []).append(facts)
    known = {unit.code: unit for unit in units}
    count = sum(len(found) for found in by_unit.values())
    filled = {code: found for code, found in by_unit.items() if found}
    counted = f"{len(filled)} 个单位，{count} 个事项", f"{len(filled)} units, {count} matters"
    first = languages[0]
    return GuideBook(
        unit=tuple(_either(office.university or office.name, office.university_en, each) for each in languages),
        title=tuple(pick(("办事指南", "Service Guide"), each) for each in languages),
        cover=(
            *(pick(counted, each) for each in languages),
            *(pick((f"截至{date_text(today, _ZH)}", f"as of {date_text(today, _EN)}"), each) for each in languages),
            *(_issuer(office, each) for each in languages),
        ),
        contents=pick(("目录", "Contents"), first) if len(languages) == 1 else "目录 Contents",
        page=page_words(first),
        chapters=tuple(_chapter(code, known.get(code), found, office, languages) for code, found in filled.items()),
    )


def _issuer(office: Office, language: Language) -> str:
    name = _either(office.name, office.name_en, language)
    supervision = pick(("监督电话", "supervision"), language)
    phone = f"{supervision} {office.supervise_phone}" if office.supervise_phone else ""
    maker = pick((f"{name} 编印", f"Printed by {name}"), language)
    return pick(("　", ", "), language).join(part for part in (maker, phone) if part)


def _chapter(
    code: str, unit: Unit | None, matters: Iterable[GuideFacts], office: Office, languages: Sequence[Language]
) -> GuideChapter:
    names = [_either(unit.name, unit.name_en, each) if unit else code for each in languages]
    place = unit.place if unit and languages[0] is _ZH else (unit.place_en or unit.place if unit else "")
    return GuideChapter(
        names=tuple(dict.fromkeys(names)),
        about="　".join(part for part in (place, unit.phone if unit else "") if part),
        matters=tuple(tuple(compose_guide(facts, office, each) for each in languages) for facts in matters),
    )


def _contacts(facts: GuideFacts, office: Office, language: Language) -> tuple[PaperFact, ...]:
    matter, unit = facts.matter, facts.unit
    comma = pick(("、", ", "), language)
    names = (_either(unit.name, unit.name_en, language) if unit else matter.unit_code, pick(facts.post, language))
    place = _either(matter.place, matter.place_en, language)
    unit_place = _either(unit.place, unit.place_en, language) if unit else ""
    return (
        _fact(("服务对象", "For"), comma.join(label(each, language) for each in matter.audience), language),
        _fact(("承办", "Office"), " · ".join(dict.fromkeys(name for name in names if name)), language),
        _fact(("A岗", "In charge (A)"), facts.holder, language),
        _fact(("B岗", "Stand-in (B)"), facts.stand_in, language),
        _fact(("办理地点", "Place"), place or unit_place, language),
        _fact(("办理时间", "Hours"), pick((matter.hours, english_hours(matter.hours)), language), language),
        _fact(("咨询电话", "Information"), matter.phone or (unit.phone if unit else office.phone), language),
        _fact(("监督电话", "Supervision"), matter.supervise_phone or office.supervise_phone, language),
    )


def _demands(matter: Matter, language: Language) -> tuple[PaperFact, ...]:
    comma = pick(("、", ", "), language)
    statutory = statutory_text(matter, language)
    return (
        PaperFact(label=pick(("办理时限", "Time limit"), language), value=_limit(matter, language), strong=True),
        _fact(("收费", "Fee"), _either(matter.fee, matter.fee_en, language), language),
        _fact(("法定时限", "Statutory"), "" if statutory == "none" else statutory, language),
        _fact(("不计时间", "Not counted"), comma.join(matter.pause_reasons), language),
        _fact(("办理依据", "Basis"), "\n".join(matter.basis), language),
        _fact(("受理条件", "Condition"), _either(matter.condition, matter.condition_en, language), language),
    )


def _procedure(matter: Matter, language: Language) -> tuple[PaperFact, ...]:
    steps = [_either(step.name, step.name_en, language) for step in matter.steps]
    numbered = "　".join(f"{place}. {step}" for place, step in enumerate(steps, start=1))
    return (
        _fact(("办理流程", "Procedure"), numbered, language),
        _fact(("办理结果", "Result"), _either(matter.result, matter.result_en, language), language),
    )


def _limit(matter: Matter, language: Language) -> str:
    if matter.limit is None:
        return pick(("尚未确定", "not fixed yet"), language)
    length = limit_text(matter.limit, language)
    if matter.limit.unit not in _IN_DAYS:
        return pick((f"受理后{length}", f"{length} from acceptance"), language)
    return pick((f"自材料齐全受理之次日起{length}", f"{length} after acceptance with complete papers"), language)


def _material(row: Material, language: Language) -> NoticeMaterial:
    return NoticeMaterial(
        no=row.no,
        name=_either(row.name, row.name_en, language),
        original=row.original,
        copies=row.copies,
        when=row.when,
        state=MaterialState.MISSING,
        reason="",
    )


def _remark(facts: GuideFacts, language: Language) -> str:
    """Say in English that something stands in Chinese because there is no English of it."""
    if language is _ZH:
        return ""
    matter = facts.matter
    pairs = [(matter.name, matter.name_en), (matter.condition, matter.condition_en), (matter.fee, matter.fee_en)]
    pairs += [(matter.place, matter.place_en), (matter.result, matter.result_en)]
    pairs += [(row.name, row.name_en) for row in matter.materials]
    pairs += [(step.name, step.name_en) for step in matter.steps]
    only = [*matter.basis, *matter.pause_reasons, *(row.when for row in matter.materials)]
    only += [chinese for chinese, english in pairs if not english]
    words = " What the university keeps in Chinese only is printed in Chinese."
    return words if any(not text.isascii() for text in only) else ""


def english_hours(hours: str) -> str:
    """Give office hours in English; what is more than days and times stays as it is."""
    return hours.replace("工作日", "working days")


def _fact(name: Pair, value: str, language: Language) -> PaperFact:
    return PaperFact(label=pick(name, language), value=value)


def _either(chinese: str, english: str, language: Language) -> str:
    return english if language is _EN and english else chinese
