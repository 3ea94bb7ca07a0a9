"""The words of the printed forms themselves: headings, labels, signature lines, in both languages.

Source: handbook §2.3 (copies, seal), §2.5–2.7 (layouts and model texts).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reception.rules.notices import MaterialState, NoticeText, Verdict
from reception.rules.papers import PaperFact, PaperKind, PaperLanguage, PaperSigner, PaperText
from reception.words.language import Language, pick
from reception.words.letter_texts import WORDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """What stands on every form of one language; `{}` takes a number."""

    row: str
    materials: str
    list_of_papers: str
    no_materials: str
    original: str
    copies: str
    given: str
    wanted: str
    defect: str
    states: Mapping[MaterialState, str]
    query_code: str
    query_hint: str
    seal: str
    seam: str
    preview: str
    page: str


_ZH = FormWords(
    row="序",
    materials="所需材料（共{}项）",
    list_of_papers="材料清单（共{}项）",
    no_materials="本事项无需提交材料",
    original="原件",
    copies="复印件",
    given="已交",
    wanted="需补正",
    defect="需更正：",
    states={
        MaterialState.PROVIDED: "已交",
        MaterialState.MISSING: "缺",
        MaterialState.DEFECTIVE: "更正",
        MaterialState.NOT_APPLICABLE: "不适用",
    },
    query_code="查询码",
    query_hint="再次来访请出示此码，不必重新说明情况。",
    seal="（盖章）",
    seam="骑缝",
    preview="预览",
    page="{number}　第 {place} 页，共 {count} 页",
)
_EN = FormWords(
    row="No.",
    materials="Papers needed ({})",
    list_of_papers="List of papers ({})",
    no_materials="No papers are needed",
    original="Orig.",
    copies="Copies",
    given="Given",
    wanted="Wanted",
    defect="To correct: ",
    states={
        MaterialState.PROVIDED: "given",
        MaterialState.MISSING: "missing",
        MaterialState.DEFECTIVE: "correct",
        MaterialState.NOT_APPLICABLE: "n/a",
    },
    query_code="Query code",
    query_hint="Show this code when you come again; there is no need to explain anew.",
    seal="(seal)",
    seam="seam",
    preview="PREVIEW",
    page="{number}  page {place} of {count}",
)


def form_words(language: PaperLanguage) -> FormWords:
    """Give the words of the form; a paper in both languages is drawn one language after the other."""
    return _EN if language is PaperLanguage.EN else _ZH


_NOTICE_LABELS: Mapping[str, tuple[str, str]] = {
    "applicant": ("申请人", "Applicant"),
    "person_no": ("学/工号", "ID no."),
    "person_unit": ("单位", "School/unit"),
    "phone": ("联系电话", "Phone"),
    "told_at": ("告知时间", "Told at"),
    "register_number": ("登记编号", "Entry no."),
    "matter": ("事项", "Matter"),
    "supplement_by": ("补正期限", "Supplement by"),
    "basis": ("办理依据", "Basis"),
    "condition": ("受理条件", "Condition"),
    "steps": ("办理流程", "Procedure"),
    "limit": ("办理时限", "Time limit"),
    "due": ("办结日期", "Done by"),
    "statutory": ("法定时限", "Statutory"),
    "not_counted": ("不计时间", "Not counted"),
    "fee": ("收费", "Fee"),
    "result": ("办理结果", "Result"),
    "place": ("办理地点", "Place"),
    "hours": ("办理时间", "Hours"),
    "phone_info": ("咨询电话", "Information"),
    "phone_supervision": ("监督电话", "Supervision"),
    "told_by": ("告知人（签名）", "Informed by"),
    "signed_by": ("申请人（签名）", "Applicant"),
}


_THIRD_PART = ("第三联　随材料流转", "Part 3  Travels with the papers")


def notice_label(name: str, language: Language) -> str:
    """Give what a field is called on a notice."""
    return pick(_NOTICE_LABELS[name], language)


def paper_of(text: NoticeText, language: PaperLanguage = PaperLanguage.ZH, kind: PaperKind = PaperKind.YC) -> PaperText:
    """Give a notice as a paper; `text` holds the sentences of that language."""
    spoken = Language.EN if language is PaperLanguage.EN else Language.ZH

    def fact(name: str, value: str, *, strong: bool = False) -> PaperFact:
        return PaperFact(label=notice_label(name, spoken), value=value, strong=strong)

    joint = "; " if spoken is Language.EN else "；"
    gap = "  " if spoken is Language.EN else "　"
    return PaperText(
        kind=kind,
        language=language,
        number=text.number,
        title=text.title,
        subtitle=text.title_en,
        office=text.office,
        parts=(text.stub_label, text.applicant_label, pick(_THIRD_PART, spoken)),
        person=(
            fact("applicant", text.applicant, strong=True),
            *(fact(name, getattr(text, name)) for name in ("person_no", "person_unit", "phone", "told_at")),
            fact("register_number", text.register_number),
        ),
        matter_label=notice_label("matter", spoken),
        matter=text.matter,
        matter_note=gap.join(part for part in (text.category, text.matter_version) if part.strip()),
        statement=text.statement,
        conclusion=text.verdict_line,
        heavy=text.verdict is Verdict.SUPPLEMENT,
        until_label=notice_label("supplement_by", spoken) if text.supplement_by else "",
        until=text.supplement_by,
        materials=text.materials,
        facts=(
            fact("basis", joint.join(text.basis)),
            fact("condition", text.condition),
            fact("steps", steps_line(text.steps)),
            fact("limit", text.limit),
            fact("due", gap.join(part for part in (text.due, text.provisional_note) if part.strip()), strong=True),
            *(fact(name, getattr(text, name)) for name in ("statutory", "not_counted", "fee", "result")),
        ),
        contacts=(
            fact("place", text.place, strong=True),
            *(fact(name, getattr(text, name)) for name in ("hours", "phone_info", "phone_supervision")),
        ),
        closing=text.closing_lines,
        signers=_signers(text, kind, spoken),
        seal_unit=text.seal_unit or text.office,
        issued_on=text.issued_on,
        query_code=text.query_code,
        applicant=text.applicant,
    )


def _signers(text: NoticeText, kind: PaperKind, language: Language) -> tuple[PaperSigner, ...]:
    labels = [notice_label("told_by", language), notice_label("signed_by", language)]
    if kind in WORDINGS:
        labels = [pick(label, language) for label in WORDINGS[kind].signers]
    return tuple(PaperSigner(label=label, name="" if place else text.informed_by) for place, label in enumerate(labels))


def steps_line(steps: tuple[str, ...]) -> str:
    """Give ①学院审核 → ②教务处审核."""
    return " → ".join(f"{in_circle(place)}{step}" for place, step in enumerate(steps, start=1))


def in_circle(number: int) -> str:
    """Give ① … ⑳ for 1 to 20, and the number with a full stop above."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"{number}."
