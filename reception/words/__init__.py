"""Enums, reasons and errors as sentences in Chinese and English, for papers, exports, commands and screens."""

from reception.words.answers import answer_text, what_to_say
from reception.words.fields import field_label
from reception.words.labels import day_reason, kind_label, label
from reception.words.language import Language
from reception.words.sentences import placed, sentence
from reception.words.times import (
    date_text,
    instant_text,
    left_text,
    length_text,
    limit_text,
    seconds_text,
    spoken_due,
    statutory_text,
    weekday_text,
)

__all__ = [
    "Language",
    "answer_text",
    "date_text",
    "day_reason",
    "field_label",
    "instant_text",
    "kind_label",
    "label",
    "left_text",
    "length_text",
    "limit_text",
    "placed",
    "seconds_text",
    "sentence",
    "spoken_due",
    "statutory_text",
    "weekday_text",
    "what_to_say",
]
