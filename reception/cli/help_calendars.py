"""What `--help` says of the working calendar and of the office hours."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "calendar": (
        "载入放假安排（通知原文、YAML 或 JSON）并列出会改变的期限，或导出日历",
        "bring in a year's notice (its text, YAML or JSON) with the due dates that it moves, or export the calendar",
    ),
    "hours": (
        "列出办公时间，或从某一天起另设、撤销，并列出会改变的期限",
        "list the office hours, or set or withdraw some from a day on, with the due dates that move",
    ),
}

EXAMPLES: Mapping[str, Pair] = {
    "calendar": (
        """import 逐条打印会改变的期限（一行 JSON），最后一行是总数；不加 --apply 什么都不改。FILE 可以是通知原文、
YAML、JSON，或 - 表示标准输入；可疑之处以 “warning: 行: …” 说明，不妨碍载入。已经告知来访人的期限只会顺延；
--shorten 由单位主要负责人使用，让它们也提前。export 打印已载入的年度和省、校两级安排（JSON），供其他单位导入。

示例：
  python -m reception calendar import 通知.txt --data D --as 张敏 --password-file P
  python -m reception calendar import 通知.txt --apply --data D --as 张敏 --password-file P
  python -m reception calendar export --out calendar.json --data D
""",
        """import prints each due date that would move, a line of JSON, and the sums on the last line; without --apply
nothing is changed. FILE is the text of the notice, YAML, JSON, or - for standard input; what looks odd is said as
"warning: line: …" and forbids nothing. What a visitor was told moves later only; --shorten is for the unit head and
lets it become earlier too. export prints the loaded years and what province and university arranged, as JSON.

Examples:
  python -m reception calendar import notice.txt --data D --as 张敏 --password-file P
  python -m reception calendar import notice.txt --apply --data D --as 张敏 --password-file P
  python -m reception calendar export --out calendar.json --data D
""",
    ),
    "hours": (
        """不带 --from 时按起用日期列出各套办公时间（一行 JSON 一套）。带 --from 时另设一套（--hours 全年一样，
--season 按季节，可重复），或用 --withdraw 撤销还没有开始的一套；逐条打印会改变的期限，最后一行是总数；
不加 --apply 什么都不改。已过的日子保持原来的时间。

示例：
  python -m reception hours --data D
  python -m reception hours --from 2027-05-01 --hours "08:00-12:00 15:00-18:00" --reason 夏季作息 \\
    --data D --as 张敏 --password-file P
  python -m reception hours --from 2027-01-01 --season 05-01=08:00-12:00,15:00-18:00 \\
    --season 10-01=08:00-12:00,14:30-17:30 --reason 两季作息 --apply --data D --as 张敏 --password-file P
""",
        """Without --from every set of hours is listed by its first day, a line of JSON each. With --from other hours
begin on that day (--hours for the whole year, --season by season, may be repeated), or --withdraw takes those back that
have not begun; each due date that would move is printed, and the sums on the last line; without --apply nothing is
changed. Days that are over keep their hours.

Examples:
  python -m reception hours --data D
  python -m reception hours --from 2027-05-01 --hours "08:00-12:00 15:00-18:00" --reason "summer hours" \\
    --data D --as 张敏 --password-file P
  python -m reception hours --from 2027-01-01 --season 05-01=08:00-12:00,15:00-18:00 \\
    --season 10-01=08:00-12:00,14:30-17:30 --reason "two seasons" --apply --data D --as 张敏 --password-file P
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "calendar-verb": ("import 载入，export 导出", "import or export"),
    "calendar-file": ("通知原文、YAML 或 JSON 文件，- 为标准输入", "text of the notice, YAML or JSON, - for stdin"),
    "calendar-year": ("通知没有写明年份时用", "the year of a notice that does not say its own"),
    "apply": ("载入并重算在办事项的期限", "bring it in and count what is owed anew"),
    "shorten": ("已告知的期限也提前（单位主要负责人）", "let promises become earlier too (unit head)"),
    "hours-from": ("从哪一天起（今天或以后）", "the first day, today or later"),
    "season": ("从每年某日起的时间，如 05-01=08:00-12:00,15:00-18:00", "hours from a day of every year on"),
    "hours-withdraw": ("撤销从这一天起的时间", "take back the hours that begin on that day"),
    "hours-reason": ("原因，另设时必填", "why; needed with new hours"),
    "calendar-out": ("导出文件（默认标准输出）", "file of the export (default: standard output)"),
}
