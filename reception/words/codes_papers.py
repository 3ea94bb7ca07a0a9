"""Sentences about papers and the wording of papers."""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "letter_unfitting": (
        "这条登记不能出具这种文书。",
        "This kind of paper cannot be written for this record.",
    ),
    "letter_by_act": (
        "“{paper}”随“{act}”一同出具：请到 {number} 上办理这一步；作废了的，在原文书上按“重新出具”。",
        "The {paper} is written by an act on the case: {act}. Please do that on {number}; a void one is issued again "
        "from its own page.",
    ),
    "letter_not_again": (
        "{number} 不能重新出具：没有作废，或它所说的中止、恢复、延期已不作数。",
        "{number} cannot be issued again: it is not void, or what it told of counts no more.",
    ),
    "letter_again_already": (
        "{number} 已经重新出具为 {again}，请用那一张。",
        "{number} was issued again as {again}; please use that one.",
    ),
    "nothing_to_supplement": (
        "材料都齐全，没有需要补正的，不必出具补正通知单。",
        "All papers are there: there is nothing to supplement and no notice to write.",
    ),
    "until_past": ("期限已经过去，请写今天或以后的日期。", "This day is past; please write today or a later one."),
    "letter_void": ("{number} 已作废，不能再打印。", "{number} is void and cannot be printed."),
    "letter_void_already": ("{number} 已经作废，不必再作废。", "{number} is void already."),
    "no_such_paper": (
        "没有编号或查询码为“{number}”的文书，请核对。",
        "There is no paper with the number or code {number}; please check it.",
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
    "print_job_settled": (
        "这份打印已经确认或取消，请看最新的打印队列。",
        "This print was confirmed or cancelled before; please look at the present queue.",
    ),
    "print_job_failed_already": (
        "这份打印已经记为没有成功，在打印队列里等待重打。",
        "This print is known to have failed; it waits in the queue.",
    ),
    "nothing_came_out": (
        "{number} 没有出纸，已放进打印队列，可以重打。",
        "{number} did not come out; it waits in the print queue.",
    ),
    "printer_silent": (
        "打印机“{printer}”迟迟没有回应，请检查后重打；单子已保存，不会丢失。",
        "The printer {printer} does not answer; please check it and print again. The paper is kept and not lost.",
    ),
}
