"""The notice to supplement with its ticked rows: what a one-time notice says, under its own title and sentence.

Source: handbook §2.2 (BZ), §2.8 (template); clauses 2.2.
"""

from dataclasses import replace

from reception.rules.notice_check import OWED
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText
from reception.rules.papers import PaperKind
from reception.words.language import Language, pick
from reception.words.letter_texts import WORDINGS, LetterWording
from reception.words.templates import fill, paragraphs


def as_supplement(text: NoticeText, wording: LetterWording | None, language: Language) -> NoticeText:
    """Give the text of a one-time notice as that of a notice to supplement.

    What only an application asks (condition, steps, limit, fee) is left out: it was made already.
    """
    said = wording or WORDINGS[PaperKind.BZ]
    title = pick(said.title, language)
    values = {
        "matter": text.matter,
        "n": str(sum(row.state in OWED for row in text.materials)),
        "reason": items(text.materials, language),
        "until": text.supplement_by.removesuffix("前") if language is Language.ZH else text.supplement_by,
    }
    chinese = language is Language.ZH
    return replace(
        text,
        title=f"{text.seal_unit}{title}" if chinese else title,
        title_en=" · ".join((said.title[1], *text.title_en.split(" · ")[1:])) if chinese else text.title_en,
        statement=paragraphs(fill(pick(said.statement, language), values)),
        closing_lines=(*paragraphs(fill(pick(said.closing, language), values)), *paragraphs(text.provisional_note)),
        condition="",
        steps=(),
        limit="",
        due="",
        statutory="",
        not_counted="",
        fee="",
        result="",
        provisional_note="",
    )


def items(rows: tuple[NoticeMaterial, ...], language: Language) -> str:
    """Give the rows that are owed in one line: 1.诊断证明；3.申请表（需更正：未签字）."""
    return pick(("；", "; "), language).join(_item(row, language) for row in rows if row.state in OWED)


def _item(row: NoticeMaterial, language: Language) -> str:
    name = f"{row.no}.{row.name}" if language is Language.ZH else f"{row.no}. {row.name}"
    if row.state is not MaterialState.DEFECTIVE:
        return name
    return pick(("{name}（需更正：{reason}）", "{name} (to correct: {reason})"), language).format(
        name=name, reason=row.reason
    )
