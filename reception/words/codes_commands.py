"""What to say about the words of a command, the entries it reads, and the data that it checks."""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "file_unreadable": ("文件“{file}”读不出来，请核对路径和权限。", "The file {file} cannot be read; please check it."),
    "input_not_utf8": ("内容不是 UTF-8 编码，请改用 UTF-8。", "This is not UTF-8; please write it in UTF-8."),
    "json_unreadable": (
        "不是有效的 JSON，第 {column} 个字符附近有误。",
        "This is not valid JSON; the mistake is near character {column}.",
    ),
    "json_too_deep": ("JSON 层级过深，请检查括号。", "The JSON is nested too deeply; please check its brackets."),
    "json_constant": ("JSON 中不能使用 {value}。", "JSON has no value {value}."),
    "number_too_long": ("数字过长，请检查。", "A number has too many digits; please check it."),
    "object_expected": ("应为一个 JSON 对象（{{…}}）。", "One JSON object ({{…}}) is expected."),
    "entry_too_long": ("内容超过 {most} MB，请检查。", "This is longer than {most} MB; please check it."),
    "moment_unreadable": (
        "“{value}”不是有效时间，请按 2026-03-02 09:00 的形式填写。",
        "“{value}” is not a time; please write it like 2026-03-02 09:00.",
    ),
    "token_form": (
        "表单标识应为 1 至 {limit} 个字符的文字，不含空白首尾和不可见字符。",
        "A token is a text of 1 to {limit} characters, without outer blanks and invisible characters.",
    ),
    "papers_and_none": (
        "已列出材料，又说没有材料，请保留一种。",
        "Papers are listed and said to be none; please keep one.",
    ),
    "privacy_unsaid": (
        "{number} 登记了姓名或电话，但没有说明是否已作个人信息告知（privacy_told）。",
        "{number} holds a name or a phone, but nothing says whether the privacy notice was given (privacy_told).",
    ),
    "phone_odd": (
        "{number} 的电话不像有效号码，已按原样登记，请核对。",
        "The phone of {number} fits no known form; it is kept as given, please check it.",
    ),
    "characters_missing": (
        "本机字体没有 {characters}，已印出编码并留出书写线，请手写补上。",
        "No font here holds {characters}; the code and a line were printed, please write it by hand.",
    ),
    "week_unreadable": (
        "“{value}”不是有效周次，请按 2026-W48 的形式填写。",
        "“{value}” is not a week; please write it like 2026-W48.",
    ),
    "vectors_unreadable": (
        "期限向量文件格式有误，请检查第 {column} 列附近。",
        "The file of vectors cannot be read; please look near column {column}.",
    ),
    "folder_not_empty": (
        "文件夹“{folder}”不是空的，请另选一个空文件夹。",
        "The folder {folder} is not empty; please choose an empty one.",
    ),
    "unexpected": (
        "程序出错（{what}），操作未完成，详情在 {file}，请告知管理员。",
        "The program failed ({what}) and did not finish; details are in {file}, please tell the administrator.",
    ),
    "database_missing": (
        "文件夹“{folder}”中的数据文件（reception.db）不见了，请从备份恢复。",
        "The database (reception.db) is missing in {folder}; please restore it from a backup.",
    ),
    "file_damaged": ("数据文件有损坏：{detail}", "The database is damaged: {detail}"),
    "chain_broken": (
        "修改痕迹自第 {seq} 条起与密封不符，可能被改动过。",
        "The audit log does not fit its seals from entry {seq} on; it may have been changed.",
    ),
    "chain_cut": (
        "修改痕迹应有 {entries} 条，最后一条却是第 {last} 条，末尾可能被删去。",
        "The audit log should hold {entries} entries but ends at {last}; its end may have been cut off.",
    ),
    "guard_lost": (
        "数据文件缺少“{name}”或内容已变，可能被直接改动过。",
        "“{name}” is missing from the data file or was changed; the file may have been changed directly.",
    ),
    "row_unreadable": ("{kind}第 {id} 行读不出来。", "Row {id} of {kind} cannot be read."),
    "number_gap": ("{series}{year} 年缺 {number} 号。", "Number {number} of {series} {year} is missing."),
    "number_counter": (
        "{series}{year} 年的计数为 {counter}，最后一号为 {last}。",
        "The counter of {series} {year} stands at {counter}, the last number is {last}.",
    ),
    "number_text": ("{number} 与其年度、序号不符。", "{number} does not fit its year and serial."),
    "row_differs": (
        "{kind} {number} 的内容（{fields}）与修改痕迹不符，可能被直接改动过。",
        "{kind} {number} differs from its log ({fields}); it may have been changed directly.",
    ),
    "row_missing": (
        "修改痕迹中的{kind}第 {id} 行不见了。",
        "Row {id} of {kind} stands in the audit log but is gone.",
    ),
    "row_unlogged": ("{kind}第 {id} 行没有修改痕迹。", "Row {id} of {kind} has no entry in the audit log."),
    "belonging_missing": (
        "{number} 应有一条{kind}，实有 {count} 条。",
        "{number} should have one {kind} but has {count}.",
    ),
    "belonging_lost": (
        "{kind} {number} 所属的登记不见了。",
        "The record that {kind} {number} belongs to is gone.",
    ),
    "belonging_status": (
        "{number} 已作废，但其{kind}没有作废。",
        "{number} is void, but its {kind} is not.",
    ),
}
