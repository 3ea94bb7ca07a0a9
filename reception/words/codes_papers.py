"""Sentences about papers and the wording of papers."""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "letter_unfitting": (
        "这条登记不能出具这种文书。",
        "This kind of paper cannot be written for this record.",
    ),
    "until_before": ("期限早于发生的日期。", "The date wanted lies before the event."),
    "template_brackets": (
        "括号不成对：花括号和方括号都要成对，方括号不能套方括号。",
        "A bracket is open: curly and square ones come in pairs, square ones not inside each other.",
    ),
    "template_unknown": ("没有“{name}”这个填空。", "There is no placeholder “{name}”."),
    "template_lost": ("缺少必须写明的“{name}”。", "“{name}” must be said and is missing."),
    "paper_not_read_back": (
        "{number} 的版面上读不出“{words}”，没有打印。请核对姓名中的生僻字后再试。",
        "“{words}” cannot be read on the page of {number}; nothing was printed. Check rare characters, then try again.",
    ),
    "too_many_lines": (
        "最多写 {most} 行，请合并或删减。",
        "There is room for {most} lines; please join or remove some.",
    ),
    "nobody_chosen": ("请至少勾选一位同事。", "Please tick at least one colleague."),
    "no_matters": (
        "还没有在用的办事事项，没有可以打印的指南。",
        "There is no matter in use yet, so there is no guide to print.",
    ),
}
