"""The family of papers that the counter hands out: what each says, frozen when it is issued.

Source: handbook §2.2 (the family), §2.3 (numbers, copies, seals), §2.5 (layout); clauses 2.2.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception.rules.notices import NoticeMaterial, PaperSize


class PaperKind(StrEnum):
    """The kinds of handbook §2.2; `BBR` is the internal report of a refusal, `HF` tells that the clock runs again."""

    YC = "YC"
    SJ = "SJ"
    SL = "SL"
    BZ = "BZ"
    BS = "BS"
    BB = "BB"
    BBR = "BBR"
    ZT = "ZT"
    HF = "HF"
    YQ = "YQ"
    BJ = "BJ"
    ZB = "ZB"
    DB = "DB"


class PaperLanguage(StrEnum):
    """In which language a paper is handed out, whatever the interface speaks; both: Chinese first."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


MARKS: Mapping[PaperKind, str] = {
    PaperKind.YC: "告",
    PaperKind.SJ: "收",
    PaperKind.SL: "受",
    PaperKind.BZ: "补",
    PaperKind.BS: "不受",
    PaperKind.BB: "否",
    PaperKind.BBR: "否报",
    PaperKind.ZT: "中",
    PaperKind.HF: "复",
    PaperKind.YQ: "延",
    PaperKind.BJ: "结",
    PaperKind.ZB: "转",
    PaperKind.DB: "督",
}
"""What stands in the number of a kind, 教务受〔2026〕第0003号; the two that §2.2 does not number have marks of ours."""

SEALED = frozenset({PaperKind.YC, PaperKind.SL, PaperKind.BZ, PaperKind.BS, PaperKind.BB, PaperKind.YQ, PaperKind.BJ})
"""Kinds with a place for the seal: those that speak for the unit to somebody outside it."""
TICKED = frozenset({PaperKind.YC, PaperKind.BZ})
"""Kinds on which every paper of the matter is ticked; they are kept as notices, all others as letters."""
INTERNAL = frozenset({PaperKind.BBR, PaperKind.ZB, PaperKind.DB})
"""Kinds that stay within the university."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFact:
    """A label and what it says; `strong` where the reader must not miss it."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigner:
    """A line to sign on, with the name where the person is known."""

    label: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBox:
    """An empty field for what is written by hand, as an opinion of the leader."""

    label: str
    lines: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """Everything a paper says in one language, composed once at issue and never again: documents only place it.

    All strings are final. `parts` are the labels of the copies, in their order (存根, 申请人, 送达机关). What is empty
    is not printed. `conclusion` is the loudest sentence; `heavy` where it asks something of the reader.
    """

    kind: PaperKind
    language: PaperLanguage = PaperLanguage.ZH
    number: str
    title: str
    subtitle: str = ""
    office: str
    parts: tuple[str, ...]
    person: tuple[PaperFact, ...] = ()
    matter_label: str = ""
    matter: str = ""
    matter_note: str = ""
    statement: tuple[str, ...] = ()
    conclusion: str = ""
    heavy: bool = False
    until_label: str = ""
    until: str = ""
    materials: tuple[NoticeMaterial, ...] | None = None
    ticked: bool = True
    facts: tuple[PaperFact, ...] = ()
    contacts: tuple[PaperFact, ...] = ()
    boxes: tuple[PaperBox, ...] = ()
    closing: tuple[str, ...] = ()
    signers: tuple[PaperSigner, ...] = ()
    sealed: bool = True
    seal_unit: str = ""
    issued_on: str = ""
    query_code: str = ""
    applicant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """How a paper is printed: size, language, large letters, and whether the stub is a short one."""

    size: PaperSize = PaperSize.A4
    language: PaperLanguage = PaperLanguage.ZH
    large: bool = False
    short_stub: bool = False
