"""What `--help` says, in both languages; `%` is written twice because argparse fills the texts."""

from collections.abc import Mapping

from reception.cli import (
    help_batches,
    help_calendars,
    help_cases,
    help_corrections,
    help_displays,
    help_letters,
    help_reports,
)
from reception.words.language import Pair

PROGRAM: Pair = (
    "首问接待的命令行：与窗口相同的服务，供定时任务和管理员使用。",
    "Reception without a window: the same services, for schedulers and administrators.",
)
EPILOGUE: Pair = (
    """结果写到标准输出，“warning:”“error:”写到标准错误；全部使用 UTF-8。
编号可写成 首问〔2026〕0001 或 2026-0001。密码文件末尾的一个换行不算密码。

退出码：0 完成 · 1 违反规则或数据有误 · 2 命令写法不对 · 3 登录失败或无权限
        4 暂不可用（被占用、磁盘满、数据较新）· 5 check 发现损坏

每条命令都有示例：python -m reception 命令 --help
""",
    """Results go to standard output, "warning:" and "error:" to standard error; all of it is UTF-8.
Numbers are written 首问〔2026〕0001 or 2026-0001. A password file loses one line end.

Exit codes: 0 done · 1 refused by a rule, or bad data · 2 usage · 3 sign-in or right
            4 unavailable (locked, disk full, newer data) · 5 check found damage

Every command has examples: python -m reception COMMAND --help
""",
)

SUMMARIES: Mapping[str, Pair] = {
    "init": (
        "建立单位：窗口、第一个账号、工作日历和服务事项目录",
        "make an office: counter, account, calendar, catalogue",
    ),
    "demo": ("在空文件夹中生成演示数据", "fill an empty folder with an office to try things on"),
    "record": ("登记首问（标准输入为 JSON），打印登记编号", "register an inquiry (JSON on stdin), print its number"),
    **help_corrections.SUMMARIES,
    "tally": ("只计数、不登记的一次接待，打印今天的计数", "count a contact without a record, print today's count"),
    "notice": (
        "出具一次性告知单（标准输入为 JSON），打印编号",
        "issue a one-time notice (JSON on stdin), print its number",
    ),
    "slip": ("把告知单或文书输出为 PDF，计为一次打印", "write a notice or a letter as PDF, which counts as a print"),
    "blank": ("输出停电备用的空白登记表或告知单", "write a blank register or notice for the day without power"),
    **help_letters.SUMMARIES,
    **help_batches.SUMMARIES,
    **help_displays.SUMMARIES,
    "show": ("以 JSON 打印一条登记", "print one record as JSON"),
    "register": ("打印登记簿，每条一行 JSON", "print the register, one line of JSON a record"),
    "export": ("导出一周的登记日志（XLSX、CSV、PDF）", "export the log of a week (XLSX, CSV, PDF)"),
    **help_reports.SUMMARIES,
    **help_cases.SUMMARIES,
    **help_calendars.SUMMARIES,
    "check": ("核对数据是否完好，不改动任何内容", "check that the data are whole; changes nothing"),
}

EXAMPLES: Mapping[str, Pair] = {
    "init": (
        """示例：
  python -m reception init --data D:\\首问 --name 教务处 --short-name 教务 \\
      --counter 1号窗口 --account 张敏 --password-file 密码.txt
  … --hours "08:00-12:00 14:30-17:30" --zone Asia/Shanghai --catalogue catalogue.yaml
""",
        """Example:
  python -m reception init --data /srv/reception --name 教务处 --short-name 教务 \\
      --counter 1号窗口 --account 张敏 --password-file password.txt
  … --hours "08:00-12:00 14:30-17:30" --zone Asia/Shanghai --catalogue catalogue.yaml
""",
    ),
    "demo": (
        """同样的条数、种子和截止日期总是得到同样的登记。账号和密码写在“文件夹/demo-accounts.txt”，
每行“姓名 角色 密码”。

示例：
  python -m reception demo 演示 200
  python -m reception demo --data 演示 --count 200 --seed 7 --until 2026-11-20
""",
        """The same count, seed and last day always give the same records. Accounts and passwords stand in
DIR/demo-accounts.txt, one `name role password` a line.

Examples:
  python -m reception demo /tmp/office 200
  python -m reception demo --data /tmp/office --count 200 --seed 7 --until 2026-11-20
""",
    ),
    "record": (
        """JSON 的键（未给出的即为空；其他键会被拒绝）：
  channel       visit phone letter email online forwarded
  person_kind   undergraduate postgraduate staff retired alumni parent outside_unit international anonymous
  scope         own_post same_unit other_unit outside_university unclear not_acceptable
  disposition   D1 D2 D3 D4 D5a D5b D6 D7 D8 D9 D10
  kind          inquiry application report suggestion complaint tip_off help praise other
  urgency       normal urgent very_urgent
  reply_pref    phone sms email in_person post
  guide_mode    led pointed call_transferred phone_given written_note
  received_at, ended_at     "2026-11-24 09:05"（单位当地时间；不给 received_at 即为现在）
  matter, to_post, to_unit  编码，如 JW-03
  papers        [{"name": "身份证", "original": 1, "copies": 1}]；没有材料：[] 或 "no_papers": true
  person_name person_unit person_count person_no phone other_contact privacy_told counter summary detail
  repeat_of answer result to_person nobody_there told_phone told_place proposed leader_note remark
  agent_name agent_phone agent_relation   代办人姓名、电话、与本人关系（须填本人姓名 person_name）
  leader_told   true：五人以上来访，已告知领导
  returned_with 来访人带回的告知单的编号或查询码；不必再给 matter 和 repeat_of。D2、D3 即材料已齐，此前的待补件
                随之了结；D4 再用 notice 出具
  limit         本单位承诺的时限 {"unit": "WD", "n": 3}，不长于法定和已公布的时限；没有时限的写 no_limit_reason；
  further_offices 部门协商时另有几个部门（5 个工作日，每多一个部门加 2 个）
  token         表单标识；同一标识再次提交，回答同一编号
姓名或电话可填“拒绝提供”。

--stream：每行一条，逐条回答编号；答出编号时该条已可靠写入磁盘。有误的行回答“error: …”，
随后继续，最后退出码为 1。

示例：
  echo '{"channel":"visit","person_kind":"undergraduate","scope":"own_post","disposition":"D1",
         "summary":"询问成绩单"}' | python -m reception record --data D --as 张敏 --password-file P
  python -m reception record --data D --as 张敏 --password-file P --stream < 登记.jsonl
""",
        """Keys of the JSON (what is not given is empty; other keys are refused):
  channel       visit phone letter email online forwarded
  person_kind   undergraduate postgraduate staff retired alumni parent outside_unit international anonymous
  scope         own_post same_unit other_unit outside_university unclear not_acceptable
  disposition   D1 D2 D3 D4 D5a D5b D6 D7 D8 D9 D10
  kind          inquiry application report suggestion complaint tip_off help praise other
  urgency       normal urgent very_urgent
  reply_pref    phone sms email in_person post
  guide_mode    led pointed call_transferred phone_given written_note
  received_at, ended_at     "2026-11-24 09:05" (local to the office; without received_at: now)
  matter, to_post, to_unit  codes, for instance JW-03
  papers        [{"name": "身份证", "original": 1, "copies": 1}]; none: [] or "no_papers": true
  person_name person_unit person_count person_no phone other_contact privacy_told counter summary detail
  repeat_of answer result to_person nobody_there told_phone told_place proposed leader_note remark
  agent_name agent_phone agent_relation   who came for somebody else (person_name is whose matter it is)
  leader_told   true: five or more came, and the leader was told
  returned_with number or query code of the notice that the visitor brought back; matter and repeat_of need not
                be given. D2 and D3 mean that the papers are complete and end the earlier wait; for D4 use notice
  limit         our own word, {"unit": "WD", "n": 3}, never longer than statute or published promise; where there
                is none, no_limit_reason; further_offices of a coordination (5 working days and 2 for each)
  token         of the form; the same token again answers the same number
A name or phone may be 拒绝提供 (declined).

--stream: one entry a line, each answered with its number once it is safely on the disk. A bad line is
answered with "error: …", the next one follows, and the exit code is 1 in the end.

Examples:
  echo '{"channel":"visit","person_kind":"undergraduate","scope":"own_post","disposition":"D1",
         "summary":"询问成绩单"}' | python -m reception record --data D --as 张敏 --password-file P
  python -m reception record --data D --as 张敏 --password-file P --stream < entries.jsonl
""",
    ),
    "tally": (
        """问路、问房间号之类，只计数：不取号，不留姓名。打印本单位今天的计数；计数只进入周志的统计。
同一 --token 只计一次，断线后可以放心重发。

示例：
  python -m reception tally --data D --as 张敏 --password-file P
  python -m reception tally --matter JW-03 --channel phone --data D --as 张敏 --password-file P
""",
        """For who only asks the way: counted, with no number and no name. Prints how many the office has counted
today; tallies appear in the figures of the weekly log only. The same --token counts once, however often it is sent.

Examples:
  python -m reception tally --data D --as 张敏 --password-file P
  python -m reception tally --matter JW-03 --channel phone --data D --as 张敏 --password-file P
""",
    ),
    "notice": (
        """每项材料都要勾选；有条件的材料先在 answers 中回答是否适用，答“否”的不必再勾选。

示例：
  echo '{"answers":{"2":true},"materials":[{"no":1,"state":"provided"},
         {"no":2,"state":"defective","reason":"缺学院盖章"}]}' \\
      | python -m reception notice 2026-0001 --data D --as 张敏 --password-file P
  state：provided missing defective not_applicable
  再次出具时 "second_reason"：request_changed rule_changed new_fact omission
""",
        """Every paper is ticked; conditional ones are answered in `answers` first, a no needs no tick.

Example:
  echo '{"answers":{"2":true},"materials":[{"no":1,"state":"provided"},
         {"no":2,"state":"defective","reason":"缺学院盖章"}]}' \\
      | python -m reception notice 2026-0001 --data D --as 张敏 --password-file P
  state: provided missing defective not_applicable
  for another notice "second_reason": request_changed rule_changed new_fact omission
""",
    ),
    "slip": (
        """文件要么完整要么没有。第二次起带“补打第 N 次”；--preview 带“预览”，不计打印。

示例：
  python -m reception slip 教务告〔2026〕第0001号 --out 告知单.pdf --data D --as 张敏 --password-file P
  python -m reception slip 7KQ2MX --out 告知单.pdf --size A5 --paper-language both --data D --as 张敏 --password-file P
""",
        """The file is whole or not there. From the second print on it is marked 补打; --preview is marked 预览
and counts as nothing.

Examples:
  python -m reception slip 教务告〔2026〕第0001号 --out notice.pdf --data D --as 张敏 --password-file P
  python -m reception slip 7KQ2MX --out notice.pdf --size A5 --preview --data D --as 张敏 --password-file P
""",
    ),
    "blank": (
        """空白表不含任何人的信息，不需要登录。告知单不给 --matter 时留十行空白，给出时列出该事项的全部材料。

示例：
  python -m reception blank --kind register --out 登记表.pdf --data D
  python -m reception blank --kind notice --matter JW-03 --size A5 --out 告知单.pdf --data D
""",
        """Blank papers hold nothing of anybody, so nobody signs in. A notice has ten empty rows, or with --matter
every paper of that matter.

Examples:
  python -m reception blank --kind register --out register.pdf --data D
  python -m reception blank --kind notice --matter JW-03 --size A5 --out notice.pdf --data D
""",
    ),
    **help_corrections.EXAMPLES,
    **help_letters.EXAMPLES,
    **help_batches.EXAMPLES,
    **help_displays.EXAMPLES,
    "show": (
        """有权查看个人信息的账号看到完整内容，查看会写入修改痕迹；其他账号看到遮蔽后的内容。
投诉举报（D10）对无权账号只显示编号、日期和“受限”。

示例：
  python -m reception show 2026-0001 --data D --as 张敏 --password-file P
""",
        """Accounts that may see personal values get them whole, and the look is an audit entry; others get masks.
Of a complaint (D10) others see number, date and that it is restricted.

Example:
  python -m reception show 2026-0001 --data D --as 张敏 --password-file P
""",
    ),
    "register": (
        """按来访时间（单位当地日期，首尾两天都含）列出，作废的也列出并注明状态。姓名和电话与窗口一样遮蔽：
本人当天登记的显示原文；--full 须由单位负责人使用并写明用途。D10 只有编号、日期和“受限”。

示例：
  python -m reception register --from 2026-11-23 --to 2026-11-27 --data D --as 张敏 --password-file P
  python -m reception register --full --purpose 年度核对 --data D --as 王芳 --password-file P
""",
        """By time of contact (local days of the office, both included), voids too with their status. Names and
phones are masked as on screen: one's own of today are open; --full is the unit head's, with a purpose.
Of D10 there is number, date and that it is restricted.

Examples:
  python -m reception register --from 2026-11-23 --to 2026-11-27 --data D --as 张敏 --password-file P
  python -m reception register --full --purpose 年度核对 --data D --as 王芳 --password-file P
""",
    ),
    "export": (
        """打印写出的文件路径。默认遮蔽个人信息；同样的数据和选项得到逐字节相同的文件。

示例：
  python -m reception export --week 2026-W48 --out 导出 --data D --as 张敏 --password-file P
  python -m reception export --week 2026-W48 --out 导出 --format xlsx,csv --full --purpose 归档 …
""",
        """Prints the paths. Personal values are masked by default; the same data and options give the same bytes.

Examples:
  python -m reception export --week 2026-W48 --out exports --data D --as 张敏 --password-file P
  python -m reception export --week 2026-W48 --out exports --format xlsx,csv --full --purpose 归档 …
""",
    ),
    **help_reports.EXAMPLES,
    **help_cases.EXAMPLES,
    **help_calendars.EXAMPLES,
    "check": (
        """核对数据文件、修改痕迹链、编号是否连续、每条记录能否读出、记录与痕迹是否一致。
完好时打印一行 JSON（各类条数）；发现损坏时逐条说明，退出码为 5。

示例：
  python -m reception check --data D
""",
        """Checks the file, the chain of the audit log, gaps in numbers, whether every record can be read and agrees
with its log. Prints one line of JSON with the counts; damage is told item by item, with exit code 5.

Example:
  python -m reception check --data D
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    **help_cases.OPTIONS,
    **help_letters.OPTIONS,
    **help_batches.OPTIONS,
    **help_calendars.OPTIONS,
    **help_displays.OPTIONS,
    **help_reports.OPTIONS,
    "data": ("数据文件夹", "data folder"),
    "language": ("提示语言（默认 zh）", "language of sentences (default zh)"),
    "as": ("账号姓名", "name of the account"),
    "password-file": ("存有密码的文件", "file that holds the password"),
    "counter": ("窗口（默认第一个）", "counter (default: the first)"),
    "name": ("单位名称", "name of the office"),
    "short-name": ("编号简称，如“教务”", "short name for numbers"),
    "first-counter": ("第一个窗口的名称", "name of the first counter"),
    "account": ("第一个账号的姓名", "name of the first account"),
    "university": ("学校名称", "university"),
    "name-en": ("单位英文名称", "English name of the office"),
    "zone": ("时区（默认 Asia/Shanghai）", "time zone (default Asia/Shanghai)"),
    "hours": ("办公时间，如 08:00-12:00 14:30-17:30", "office hours, for instance 08:00-12:00 14:30-17:30"),
    "catalogue": ("服务事项目录（默认随程序的样例）", "catalogue file (default: the sample that ships)"),
    "demo-dir": ("数据文件夹（也可用 --data）", "data folder (or --data)"),
    "demo-count": ("登记条数（也可用 --count；默认 200）", "number of records (or --count; default 200)"),
    "seed": ("种子（默认 1）", "seed (default 1)"),
    "until": ("最后一天（默认 2026-11-20）", "last day (default 2026-11-20)"),
    "stream": ("每行一条，逐条回答", "one entry a line, each answered"),
    "channel": (
        "来访方式（默认 visit）",
        "how the visitor came (default visit)",
    ),
    "matter": ("服务事项编码，如 JW-03", "code of the matter, for instance JW-03"),
    "token": ("这次计数的标识，重发不重计", "name of this count; sent again it counts once"),
    "reg-no": ("登记编号", "register number"),
    "slip-no": ("告知单或文书的编号或查询码", "number of the notice or letter, or its query code"),
    "out-pdf": ("PDF 文件", "PDF file"),
    "size": (
        "纸张：A4（两联，默认）、A4x3（三联）、A5 或 80mm（热敏卷纸）",
        "paper: A4 in two parts (default), A4x3 in three, A5, or a roll of 80mm",
    ),
    "paper-language": ("文书语言：zh（默认）、en 或 both", "language of the paper: zh (default), en or both"),
    "large": ("大字版", "large print"),
    "blank-kind": ("register 登记表，notice 一次性告知单", "register or notice"),
    "blank-matter": ("事项编码，如 JW-03（限告知单）", "matter, for instance JW-03 (of a notice)"),
    "blank-size": ("告知单的纸张（默认 A4；登记表总是 A4 横向）", "paper of a notice (default A4)"),
    "preview": ("只预览，不计打印", "a preview, which counts as nothing"),
    "history": ("同时列出修改痕迹", "list the history too"),
    "from": ("首日（含）", "first day"),
    "to": ("末日（含）", "last day, included"),
    "full": ("不遮蔽（单位负责人，须写明用途）", "unmasked (unit head, with a purpose)"),
    "purpose": ("用途", "purpose"),
    "week": ("周次，如 2026-W48", "week, for instance 2026-W48"),
    "out-folder": ("导出文件夹", "folder of the files"),
    "format": ("格式，逗号分隔（默认 xlsx,csv,pdf）", "formats, separated by commas (default xlsx,csv,pdf)"),
    "vectors": ("期限向量文件，- 为标准输入", "file of deadline vectors, - for standard input"),
    "explain": ("逐日说明", "explain day by day"),
}
