"""The sentences of a letter, composed once at issue from its record and its draft.

Source: handbook §2.2 (signers), §2.3 (seal, dates), §2.8 (templates).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.rules.catalogue import Matter
from reception.rules.inquiries import Inquiry
from reception.rules.letters import LetterDraft, fields_of
from reception.rules.notices import MaterialState, NoticeMaterial
from reception.rules.office import Office
from reception.rules.papers import SEALED, PaperBox, PaperFact, PaperKind, PaperLanguage, PaperSigner, PaperText
from reception.rules.visitors import ANONYMOUS, REFUSED, mask_number, mask_phone
from reception.rules.waits import RECEIPT
from reception.words.language import Language, Pair, pick
from reception.words.letter_texts import APPLICANT_PARTS, WORDINGS, LetterWording
from reception.words.paper_forms import notice_label
from reception.words.templates import fill, paragraphs
from reception.words.times import date_text, instant_text, limit_text, spoken_due, statutory_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What a letter is composed from; times are local. `wording` is what the office says, or the shipped one.

    `blank` stands where something that must be said is not known yet; an issued letter has none.
    """

    draft: LetterDraft
    number: str
    office: Office
    inquiry: Inquiry
    matter: Matter | None
    issued_at: datetime
    at: datetime | None
    due_at: datetime | None
    until: datetime | None
    informed_by: str
    query_code: str
    wording: LetterWording | None = None
    blank: str = ""


def compose_letter(facts: LetterFacts, language: Language) -> PaperText:
    """Give the frozen text of a letter in a language."""
    kind, office = facts.draft.kind, facts.office
    wording = facts.wording or WORDINGS[kind]
    unit = _unit(office, language)
    title = pick(wording.title, language)
    parts = wording.parts or APPLICANT_PARTS
    values = _values(facts, language)
    statement = paragraphs(fill(pick(wording.statement, language), values, facts.blank))
    return PaperText(
        kind=kind,
        language=PaperLanguage(language.value),
        number=facts.number,
        title=f"{unit}{title}" if language is Language.ZH else title,
        subtitle=_subtitle(wording, office, language),
        office=office.name,
        parts=tuple(pick(part, language) for part in parts),
        person=_person(facts, language),
        matter_label=notice_label("matter", language),
        matter=values.get("matter", ""),
        matter_note=f"{facts.matter.code} · {facts.matter.edition}" if facts.matter else "",
        statement=statement,
        materials=_materials(facts.draft),
        ticked=False,
        facts=_facts(facts, language),
        contacts=_contacts(facts, language),
        boxes=_boxes(kind, language),
        closing=_closing(fill(pick(wording.closing, language), values, facts.blank), statement, language),
        signers=_signers(wording, facts.informed_by, language),
        sealed=kind in SEALED,
        seal_unit=unit,
        issued_on=date_text(facts.issued_at, language),
        query_code=facts.query_code,
        applicant=facts.inquiry.person_name,
    )


def not_issued(language: Language) -> str:
    """Give what stands in place of the number while a letter is not issued."""
    return pick(("（出具时编号）", "(numbered at issue)"), language)


def state_words(due: datetime, now: datetime, language: Language) -> str:
    """Give how a case stands that somebody is urged to complete: 已超期 2 天; both moments are local."""
    if now <= due:
        return pick(("尚未办结", "not completed yet"), language)
    return pick(("已{late}", "{late}"), language).format(late=spoken_due(due, now, 0, language))


def _unit(office: Office, language: Language) -> str:
    if language is Language.ZH:
        return f"{office.university}{office.name}"
    return ", ".join(part for part in (office.name_en or office.name, office.university_en) if part)


def _subtitle(wording: LetterWording, office: Office, language: Language) -> str:
    if language is Language.EN:
        return _unit(office, language)
    return " · ".join(part for part in (wording.title[1], _unit(office, Language.EN)) if part)


def _values(facts: LetterFacts, language: Language) -> dict[str, str]:
    """Give what the placeholders of handbook §2.8 stand for."""
    draft, inquiry, matter = facts.draft, facts.inquiry, facts.matter
    name = "" if inquiry.person_name in (ANONYMOUS, REFUSED) else inquiry.person_name
    return {
        "name": name or pick(("来访人", "the visitor"), language),
        "matter": _matter(facts, language),
        "n": _count(draft),
        "days": str(RECEIPT.n),
        "no": draft.case_no,
        "at": _when(facts.at or facts.issued_at, draft.kind, language),
        "due": _due(facts, language),
        "until": date_text(facts.until, language) if facts.until else "",
        "stat": statutory_text(matter, language) if matter else "",
        "who": draft.approver if draft.kind is PaperKind.YQ else draft.handler or facts.informed_by,
        "tel": draft.handler_phone or draft.body_phone or (matter.phone if matter else "") or facts.office.phone,
        "reason": draft.reason,
        "basis": draft.basis,
        "clause": draft.clause,
        "remedy": draft.remedy,
        "body": draft.body,
        "place": draft.body_place if draft.kind is PaperKind.BS else draft.place,
        "left": limit_text(draft.remaining, language) if draft.remaining else draft.left,
        "result": draft.result,
        "reg_no": inquiry.reg_no,
        "summary": inquiry.summary,
        "to": draft.to,
        "state": draft.state,
    }


def _count(draft: LetterDraft) -> str:
    """Give how many days an extension has, not known yet in a draft, or how many papers another letter lists."""
    if draft.kind is PaperKind.YQ:
        return str(draft.days) if draft.days else ""
    return str(len(draft.papers))


def _matter(facts: LetterFacts, language: Language) -> str:
    if facts.matter is None:
        return facts.inquiry.matter_name or facts.inquiry.summary
    return facts.matter.name if language is Language.ZH else facts.matter.name_en or facts.matter.name


def _when(moment: datetime, kind: PaperKind, language: Language) -> str:
    """Give an instant for an acceptance, whose clock counts by it, and a day for the rest."""
    return instant_text(moment, language) if kind is PaperKind.SL else date_text(moment, language)


def _due(facts: LetterFacts, language: Language) -> str:
    if facts.due_at is None:
        return ""
    mark = pick(("（暂定）", " (provisional)"), language) if facts.draft.provisional else ""
    return f"{instant_text(facts.due_at, language)}{mark}"


_IN_CHINESE = "What this office keeps in Chinese only is printed in Chinese."


def _closing(said: str, statement: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Give the closing lines; an English letter says why some of its words are Chinese."""
    foreign = language is Language.EN and any(not sentence.isascii() for sentence in statement)
    return (*((_IN_CHINESE,) if foreign else ()), *paragraphs(said))


_ROWS: Mapping[str, Pair] = {
    "applicant": ("申请人", "Applicant"),
    "agent": ("代办人", "Agent"),
    "person_no": ("学/工号", "ID no."),
    "person_unit": ("单位", "School/unit"),
    "phone": ("联系电话", "Phone"),
    "register_number": ("登记编号", "Entry no."),
    "case_no": ("受理编号", "Case no."),
    "due": ("办结日期", "Done by"),
    "until": ("期限", "By"),
    "basis": ("依据", "Basis"),
    "phone_info": ("咨询电话", "Information"),
    "phone_supervision": ("监督电话", "Supervision"),
}


def _fact(name: str, value: str, language: Language, *, strong: bool = False) -> PaperFact:
    return PaperFact(label=pick(_ROWS[name], language), value=value, strong=strong)


def _person(facts: LetterFacts, language: Language) -> tuple[PaperFact, ...]:
    inquiry = facts.inquiry
    phone = "" if inquiry.phone in ("", REFUSED) else mask_phone(inquiry.phone)
    return (
        _fact("applicant", inquiry.person_name, language, strong=True),
        _fact("agent", inquiry.agent_name, language),
        _fact("person_no", mask_number(inquiry.person_no) if inquiry.person_no else "", language),
        _fact("person_unit", inquiry.person_unit, language),
        _fact("phone", phone, language),
        _fact("register_number", inquiry.reg_no, language),
        _fact("case_no", facts.draft.case_no, language),
    )


def _facts(facts: LetterFacts, language: Language) -> tuple[PaperFact, ...]:
    """Give what stands apart from the sentence; a refusal says no due date, a reminder no basis."""
    draft = facts.draft
    own = fields_of(draft.kind)
    due = _due(facts, language) if "due_at" in own else ""
    until = date_text(facts.until, language) if facts.until and "until" in own else ""
    basis = draft.basis if "basis" in own or draft.kind is PaperKind.SL else ""
    return (
        _fact("due", due, language, strong=True),
        _fact("until", until, language, strong=True),
        _fact("basis", basis, language),
    )


def _contacts(facts: LetterFacts, language: Language) -> tuple[PaperFact, ...]:
    matter, office = facts.matter, facts.office
    phone = matter.phone if matter and matter.phone else office.phone
    supervision = matter.supervise_phone if matter and matter.supervise_phone else office.supervise_phone
    return (_fact("phone_info", phone, language), _fact("phone_supervision", supervision, language))


_OPINIONS: tuple[tuple[Pair, int], ...] = (
    (("审批意见", "Opinion of the approver"), 3),
    (("意见建议", "Suggestion"), 2),
    (("反馈时间", "Feedback on"), 1),
)


def _boxes(kind: PaperKind, language: Language) -> tuple[PaperBox, ...]:
    """Give the fields of the report of a refusal, and of a transfer the proposal (handbook §2.2)."""
    if kind is PaperKind.BBR:
        return tuple(PaperBox(label=pick(words, language), lines=lines) for words, lines in _OPINIONS)
    if kind is PaperKind.ZB:
        return (PaperBox(label=pick(("处理意见", "Proposed handling"), language), lines=3),)
    return ()


def _signers(wording: LetterWording, informed_by: str, language: Language) -> tuple[PaperSigner, ...]:
    """Give the lines to sign on; the first is that of whoever writes the paper."""
    labels = [pick(label, language) for label in wording.signers]
    return tuple(PaperSigner(label=label, name="" if place else informed_by) for place, label in enumerate(labels))


def _materials(draft: LetterDraft) -> tuple[NoticeMaterial, ...] | None:
    """Give the list of the papers that a letter is about; most have none."""
    if not draft.papers or "papers" not in fields_of(draft.kind):
        return None
    return tuple(
        NoticeMaterial(
            no=no,
            name=paper.name,
            original=paper.original,
            copies=paper.copies,
            when="",
            state=MaterialState.PROVIDED,
            reason="",
        )
        for no, paper in enumerate(draft.papers, start=1)
    )
