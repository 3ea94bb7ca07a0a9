"""The wording of an outcome, for the register and to say to the visitor.

Each wording is a row of clauses; a clause whose values are not known gives way to the one behind its bar, or is
left out, so that no gap is shown while a form is being filled.
Source: handbook §1.4 (wording to offer on screen).
"""

import string
from collections.abc import Mapping

from reception.rules.inquiries import Disposition
from reception.words.language import Language

Clauses = tuple[str, ...]

_ANSWERS: Mapping[Disposition, tuple[Clauses, Clauses]] = {
    Disposition.D1: (("已当场答复", "：{answer}"), ("Answered on the spot", ": {answer}")),
    Disposition.D2: (("已当场办结", "，办理结果：{result}"), ("Handled on the spot", ": {result}")),
    Disposition.D3: (
        ("已受理", "，受理编号{case_no}", "，承诺于{due}前办结", "，承办人{person}", "，电话{phone}"),
        ("Accepted", ", no. {case_no}", ", to be completed by {due}", "; handler {person}", ", phone {phone}"),
    ),
    Disposition.D4: (
        ("材料不齐", "，已出具一次性告知单{slip_no}", "，共需补正{n}项", "，请于{due}前补齐"),
        (
            "Papers incomplete",
            ", one-time notice {slip_no} issued",
            ", {n} items to supplement",
            ", please supplement by {due}",
        ),
    ),
    Disposition.D5A: (
        ("属本单位", "{post}", "职责", "，已{guide_mode}至{person}", "，地点{place}", "，电话{phone}"),
        ("Belongs to ", "{post} of ", "this unit", "; {guide_mode} to {person}", ", {place}", ", {phone}"),
    ),
    Disposition.D5B: (
        ("属本单位", "{post}", "职责，已登记转办", "，接收人{receiver}", "，请其于{due}前签收", "，电话{phone}"),
        (
            "Belongs to ",
            "{post} of ",
            "this unit; recorded and transferred",
            " to {receiver}",
            ", to be acknowledged by {due}",
            ", {phone}",
        ),
    ),
    Disposition.D6: (
        (
            "属本单位职责，责任人",
            "{person}",
            "不在",
            "（{reason}）",
            "，已登记并移交{receiver}",
            "，请其于{due}前联系您",
        ),
        (
            "This unit's duty; the person in charge",
            " ({person})",
            " is away",
            " ({reason})",
            "; recorded and handed to {receiver}",
            ", who will contact you by {due}",
        ),
    ),
    Disposition.D7: (
        ("不属本单位职责", "，已告知由{unit}办理", "，地点{place}", "，电话{phone}"),
        ("Not this unit's duty", "; told that {unit} handles it", ", {place}", ", {phone}"),
    ),
    Disposition.D8: (
        ("不属受理范围，已说明原因", "：{reason}", "；建议向{body}反映"),
        ("Outside our scope, reason explained", ": {reason}", "; suggested body: {body}"),
    ),
    Disposition.D9: (
        ("归属暂不明确，已报{leader}研究|归属暂不明确，已报领导研究", "，{due}前答复来访人"),
        (
            "Responsibility unclear, reported to {leader}|Responsibility unclear, reported to the leader",
            "; answer by {due}",
        ),
    ),
    Disposition.D10: (
        ("已登记投诉", "（编号{number}）", "，按规定转{unit}核查", "，处理情况将依规反馈"),
        ("Complaint registered", " ({number})", ", passed to {unit}", "; the outcome will be fed back"),
    ),
}

_SPOKEN: Mapping[Disposition, tuple[Clauses, Clauses]] = {
    Disposition.D1: (
        ("{answer}。", "您看这样说清楚了吗？还有什么可以帮您？"),
        ("{answer}. ", "Is that clear? Is there anything else I can do for you?"),
    ),
    Disposition.D2: (
        ("您的事已经办好了", "：{result}", "。请您核对一下。"),
        ("Your matter is done", ": {result}", ". Please check it."),
    ),
    Disposition.D3: (
        ("材料齐全，已为您受理", "，编号{case_no}", "，最迟{due}前办结", "。承办人是{person}", "，电话{phone}", "。"),
        (
            "Your papers are complete and accepted",
            ", no. {case_no}",
            ", to be done by {due}",
            ". {person} is in charge",
            ", phone {phone}",
            ".",
        ),
    ),
    Disposition.D4: (
        (
            "还差{n}项材料|材料还不齐",
            "，都写在这张告知单上了",
            "，请您于{due}前补齐",
            "，补齐后直接到窗口，不用再咨询。",
        ),
        (
            "Papers still missing: {n}|Some papers are still missing",
            "; all are listed on this notice",
            ". Please bring them by {due}|. Please bring them",
            " straight to this counter.",
        ),
    ),
    Disposition.D5A: (
        (
            "这件事由{post}的同事负责|这件事由我单位的同事负责",
            "，我带您去找{person}",
            "，在{place}",
            "，电话{phone}",
            "。",
        ),
        (
            "My colleague of {post} is in charge of this|A colleague of this unit is in charge of this",
            "; I will take you to {person}",
            ", {place}",
            ", {phone}",
            ".",
        ),
    ),
    Disposition.D5B: (
        (
            "这件事由{post}的同事负责|这件事由我单位的同事负责",
            "，我已登记转给{receiver}|，我已登记转办",
            "，会主动与您联系",
            "，电话{phone}",
            "。",
        ),
        (
            "My colleague of {post} is in charge of this|A colleague of this unit is in charge of this",
            "; I have passed it on to {receiver}|; I have passed it on",
            " and you will be contacted",
            ", {phone}",
            ".",
        ),
    ),
    Disposition.D6: (
        ("负责的同事暂时不在，我先为您登记", "，转给{receiver}", "，{due}前与您联系|，会尽快与您联系", "，请您放心。"),
        (
            "My colleague is away just now; I have recorded your matter",
            " and handed it to {receiver}",
            ". You will be contacted by {due}.|. You will be contacted soon.",
        ),
    ),
    Disposition.D7: (
        ("这件事由{unit}办理|这件事不属本单位办理", "，在{place}", "，电话{phone}", "，我给您写下来。"),
        (
            "This is handled by {unit}|This is handled by another unit",
            ", {place}",
            ", {phone}",
            ". Let me write it down for you.",
        ),
    ),
    Disposition.D8: (
        ("很抱歉，这件事我们不能受理", "，原因是{reason}", "。您可以向{body}反映", "，需要的话我帮您查电话。"),
        (
            "I am sorry, we cannot take this on",
            ", because {reason}",
            ". You may turn to {body}",
            "; I can look up the phone for you.",
        ),
    ),
    Disposition.D9: (
        (
            "这件事我需要请示{leader}|这件事我需要请示领导",
            "，请您留个电话，我最迟{due}前答复您。|，请您留个电话，我会尽快答复您。",
        ),
        (
            "I must ask {leader} about this|I must ask my superior about this",
            "; please leave a number, I will answer you",
            " by {due}.| soon.",
        ),
    ),
    Disposition.D10: (
        ("您反映的情况已登记", "，编号{number}", "，我们会按规定转交核查、为您保密，并向您反馈。"),
        (
            "What you report is registered",
            ", no. {number}",
            "; it will be looked into in confidence, and you will be told the outcome.",
        ),
    ),
}


_ENDS = " 。．.，,；;、"
"""How a value that somebody wrote as a sentence ends; the sentence around it has its own end."""


def answer_text(disposition: Disposition, values: Mapping[str, str], language: Language) -> str:
    """Give the wording of an outcome for the register.

    Args:
        disposition: what the first officer did.
        values: what is known, final words each: answer, result, case_no, slip_no, n, due, person, post, phone,
            place, guide_mode, receiver, reason, unit, body, leader, number.
        language: of the wording.
    """
    return _filled(pick_clauses(_ANSWERS[disposition], language), values)


def what_to_say(disposition: Disposition, values: Mapping[str, str], language: Language) -> str:
    """Give what to say to the visitor, courteously; values as for `answer_text`."""
    return _filled(pick_clauses(_SPOKEN[disposition], language), values)


def pick_clauses(pair: tuple[Clauses, Clauses], language: Language) -> Clauses:
    """Give the clauses of a language."""
    return pair[0] if language is Language.ZH else pair[1]


def _filled(clauses: Clauses, values: Mapping[str, str]) -> str:
    known = {name: value.rstrip(_ENDS) for name, value in values.items() if value.rstrip(_ENDS)}
    parts = [_clause(clause, known) for clause in clauses]
    text = "".join(parts).strip()
    for mark in "？！?!":  # what ends with a question ends with it
        text = text.replace(f"{mark}。", mark).replace(f"{mark}. ", f"{mark} ")
    return text


def _clause(clause: str, known: Mapping[str, str]) -> str:
    for wording in clause.split("|"):
        names = {name for _, name, _, _ in string.Formatter().parse(wording) if name}
        if names <= known.keys():
            return wording.format_map(known)
    return ""
