"""What `--help` says of the reports of duty, the slips of supervision and the lists of the day."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "report": (
        "打印AB岗报表、督办单清单或每日清单，也可写成 CSV、PDF",
        "print the report of duty, the slips of supervision or a list of the day; also as CSV or PDF",
    ),
}

EXAMPLES: Mapping[str, Pair] = {
    "report": (
        """KIND：
  duty   AB岗报表：没有有效B岗的岗位、A B岗同时离岗、离岗未交接、接收和签收用时、顶岗期间超时、
         培训时长、B岗培训情况、未整改的督查问题
  slips  督办单清单，可用 --level 只列一级
  day    现在的每日清单，用 --for 指定给谁
负责人和督查员可用。--from、--to 默认本月；day 不用日期。没有 --csv、--out 时每个部分打印一行 JSON：
part 部分、heading 名称、figure 数值、note 口径、records 数字背后的记录。受限登记只有编号。
写成文件时打印文件名，并记入修改痕迹。

示例：
  python -m reception report duty --from 2026-11-01 --to 2026-11-30 --data D --as 王芳 --password-file P
  python -m reception report duty --csv AB岗.csv --out AB岗.pdf --data D --as 王芳 --password-file P
  python -m reception report slips --level level_two --data D --as 王芳 --password-file P
  python -m reception report day --for section_head --out 今日.pdf --data D --as 王芳 --password-file P
""",
        """KIND:
  duty   posts without a valid stand-in, holder and stand-ins away at once, absences without a hand-over, time until
         hand-overs and transfers were taken, what was late while somebody stood in, training, open findings
  slips  the slips of supervision; --level gives those of one level only
  day    the list of the day as of now, for whom --for says
For heads and supervision. --from and --to are this month unless said; day takes none. Without --csv and --out each
part is a line of JSON: part, heading, figure, note, and records, the lines behind the figure. Of a restricted record
there is only the number. Of files the names are printed, and what is written is noted in the log.

Examples:
  python -m reception report duty --from 2026-11-01 --to 2026-11-30 --data D --as 王芳 --password-file P
  python -m reception report duty --csv duty.csv --out duty.pdf --data D --as 王芳 --password-file P
  python -m reception report slips --level level_two --data D --as 王芳 --password-file P
  python -m reception report day --for section_head --out today.pdf --data D --as 王芳 --password-file P
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "report-kind": (
        "duty AB岗报表，slips 督办单清单，day 每日清单",
        "duty, slips or day",
    ),
    "report-level": ("只列这一级督办单", "only slips of this level"),
    "report-for": ("清单给谁（默认 section_head）", "whose list (default section_head)"),
    "report-csv": ("写成 CSV 文件", "write a CSV file"),
    "report-out": ("写成 PDF 文件", "write a PDF file"),
}
