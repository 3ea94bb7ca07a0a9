"""What the nameplates and the promise of an office, their fields and the right to keep them are called.

Source: handbook §5.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules.displays import DisplayKind
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    DisplayKind: {
        "desk": ("岗位桌牌", "desk card"),
        "badge": ("工作牌", "badge"),
        "promise": ("服务承诺", "promise"),
    },
}

ACTIONS: Mapping[str, Pair] = {
    "keep_displays": ("维护桌牌和服务承诺", "keep nameplates and the promise"),
}

KINDS: Mapping[str, Pair] = {
    "Nameplate": ("桌牌内容", "nameplate"),
    "ServicePromise": ("服务承诺", "service promise"),
}

FIELDS: Mapping[str, Pair] = {
    "title": ("岗位名称", "post"),
    "title_en": ("英文岗位名称", "post in English"),
    "staff_no": ("工号", "staff no."),
    "duties": ("职责", "duties"),
    "duties_en": ("英文职责", "duties in English"),
    "motto": ("一句话承诺", "motto"),
    "motto_en": ("英文承诺", "motto in English"),
    "sentences": ("承诺内容", "sentences"),
    "sentences_en": ("英文内容", "sentences in English"),
    "people": ("同事", "colleagues"),
}
