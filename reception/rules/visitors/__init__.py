"""Visitors: their names, phones and numbers, and the masks under which others see them."""

from reception.rules.visitors.identity import looks_like_id_number
from reception.rules.visitors.masks import (
    mask_bank,
    mask_email,
    mask_id,
    mask_name,
    mask_number,
    mask_of_texts,
    mask_phone,
    mask_text,
)
from reception.rules.visitors.phones import (
    ANONYMOUS,
    REFUSED,
    Phone,
    PhoneKind,
    parse_phone,
    phone_digits,
    phone_fragments,
)
from reception.rules.visitors.surnames import DOUBLE_SURNAMES

__all__ = [
    "ANONYMOUS",
    "DOUBLE_SURNAMES",
    "REFUSED",
    "Phone",
    "PhoneKind",
    "looks_like_id_number",
    "mask_bank",
    "mask_email",
    "mask_id",
    "mask_name",
    "mask_number",
    "mask_of_texts",
    "mask_phone",
    "mask_text",
    "parse_phone",
    "phone_digits",
    "phone_fragments",
]
