"""What to say about the office, accounts, the catalogue and its file, and about any text.

Source: handbook §3.1 (limits), §9 (catalogue), §10.4 (characters).
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "too_long": ("最多 {limit} 个字，请精简。", "At most {limit} characters; please shorten it."),
    "private_use": (
        "含自造字（{code}），其他电脑无法显示。请改用规范汉字或拼音，并在备注说明。",
        "Holds a private character ({code}) that others cannot read; please use a standard character or pinyin.",
    ),
    "surrogate": (
        "含损坏的字符（{code}），请删去后重新输入。",
        "Holds a broken character ({code}); please delete it and type it again.",
    ),
    "unassigned_code": (
        "编码 {code} 没有可用的文字，请核对证件或户籍系统上的编码。",
        "There is no character {code}; please check the code on the document.",
    ),
    "not_a_code": (
        "请输入四至六位编码，如 U+2CB4E。",
        "Please type a code of four to six figures, such as U+2CB4E.",
    ),
    "control_character": (
        "含不可见的控制字符（{sign}），请删去。",
        "Holds an invisible control character ({sign}); please remove it.",
    ),
    "zone_unknown": (
        "没有时区“{zone}”，请填写如 Asia/Shanghai。",
        "There is no time zone {zone}; use for instance Asia/Shanghai.",
    ),
    "counter_not_found": (
        "没有启用的窗口“{counter}”，请重新选择窗口。",
        "There is no counter {counter} in use; please choose another.",
    ),
    "counter_taken": (
        "已有名为“{name}”的窗口，请换一个名称。",
        "There is a counter {name} already; please take another name.",
    ),
    "question_taken": (
        "已有快速答复回答“{question}”，请修改那一条，或换一个问法。",
        "There is a quick answer to {question} already; please change that one, or ask differently.",
    ),
    "last_counter": ("至少要保留一个启用的窗口。", "At least one counter must stay in use."),
    "password_short": (
        "密码至少 {length} 位，可以用一句好记的话。",
        "At least {length} characters, please; a short phrase is fine.",
    ),
    "password_long": ("密码最多 {length} 位，请缩短。", "At most {length} characters, please."),
    "password_common": ("这个密码太常见，请换一个。", "This password is too common; please choose another."),
    "passwords_differ": (
        "两次输入的密码不一样，请再输一遍。",
        "The two passwords differ; please type them again.",
    ),
    "password_wrong": ("原密码不对，请重新输入。", "The old password is wrong; please type it again."),
    "name_taken": (
        "已有名为“{name}”的账号，请换一个能区分的姓名。",
        "There is an account {name} already; please choose a distinct name.",
    ),
    "last_administrator": (
        "这是最后一个启用的系统管理员，请先指定另一位管理员。",
        "This is the last active administrator; please appoint another one first.",
    ),
    "sign_in_wrong": ("姓名或密码不对，请重新输入。", "Name and password do not match; please try again."),
    "sign_in_wait": (
        "密码多次输错，请在 {seconds}后再试。",
        "Too many wrong passwords; please wait {seconds} and try again.",
    ),
    "account_inactive": (
        "该账号已停用，请联系系统管理员。",
        "This account is not in use; please ask the administrator.",
    ),
    "no_such_account": ("没有账号“{name}”，请重新选择。", "There is no account {name}; please choose again."),
    "longer_than_statute": (
        "承诺时限不能长于法定时限（{statutory}），请缩短。",
        "The promised limit may not be longer than the statutory one ({statutory}); please shorten it.",
    ),
    "materials_not_numbered": ("材料序号应从 1 起连续编号。", "Papers must be numbered from 1 without gaps."),
    "effective_in_past": (
        "生效日期不能早于今天（{today}），已出具的告知单保留原版次。",
        "The effective date may not lie before today ({today}); issued notices keep their edition.",
    ),
    "no_such_matter": (
        "目录中没有事项“{matter}”，请重新选择。",
        "There is no matter {matter} in the catalogue; please choose again.",
    ),
    "no_proposal_owed": (
        "只有登记移交（D6）且还没有办结的登记才写拟办意见。",
        "A proposal is written for a D6 record that is still open.",
    ),
    "not_guided": (
        "这位来访人没有被引导到别处，不用指路单。",
        "This visitor was not guided on; there is no way slip.",
    ),
    "unit_taken": (
        "已有编码为“{code}”的单位，请换一个编码。",
        "There is a unit {code} already; please choose another.",
    ),
    "unit_code_fixed": ("编码已经用在登记里，不能改。", "The code stands in records and cannot be changed."),
    "unknown_unit": ("没有部门“{code}”，请核对部门编码。", "There is no unit {code}; please check the code."),
    "file_too_large": (
        "文件超过 {most} MB，请核对是否选错文件。",
        "The file is larger than {most} MB; is it the right one?",
    ),
    "file_empty": ("文件是空的，请核对是否选错文件。", "The file is empty; is it the right one?"),
    "file_without_matters": ("文件中没有任何事项（matters）。", "The file holds no matters."),
    "file_not_utf8": (
        "文件不是 UTF-8 编码，请另存为 UTF-8 后再导入。",
        "The file is not UTF-8; please save it as UTF-8 and import again.",
    ),
    "yaml_syntax": (
        "第 {column} 列附近格式有误，请检查缩进、冒号和引号。",
        "The form is wrong near column {column}; check indent, colons and quotes.",
    ),
    "yaml_alias": (
        "目录文件不能使用锚点和引用（& 和 *），请直接写出内容。",
        "Anchors and aliases (& and *) are not allowed; please write the content out.",
    ),
    "yaml_tag": ("目录文件不能使用类型标记（!），请删去。", "Tags (!) are not allowed; please remove them."),
    "yaml_too_deep": ("层级过深，请检查缩进。", "Nested too deeply; please check the indent."),
    "yaml_documents": (
        "一个文件只能有一份目录，请删去“---”之后的内容。",
        "A file holds one catalogue only; please remove what follows ---.",
    ),
    "key_twice": ("“{key}”重复出现，请保留一个。", "“{key}” stands twice; please keep one."),
    "key_not_text": ("键名必须是文字。", "A key must be plain text."),
    "unknown_key": ("不认识的键“{key}”，请检查拼写。", "Unknown key “{key}”; please check its spelling."),
    "text_expected": ("此处应为一段文字。", "A text is expected here."),
    "items_expected": ("此处应为列表（每行以“- ”开头）。", "A list is expected here (each line begins with “- ”)."),
    "block_expected": ("此处应为“键: 值”形式的一组内容。", "A group of `key: value` is expected here."),
    "yes_or_no_expected": ("“{value}”应为 true 或 false。", "“{value}” should be true or false."),
    "code_form": (
        "编码“{value}”只能用文字、数字、短横线，最多 20 个字符。",
        "The code “{value}” may hold letters, digits and hyphens only, at most 20.",
    ),
    "code_twice": (
        "编码“{value}”重复，第 {first} 行已经用过。",
        "The code “{value}” was used on line {first} already.",
    ),
    "condition_missing": (
        "条件性材料请在 when_zh 写明何时需要。",
        "A conditional paper must say in when_zh when it is needed.",
    ),
    "condition_unexpected": (
        "写了 when_zh 的材料，required 应为 conditional。",
        "A paper with when_zh must be `required: conditional`.",
    ),
}
