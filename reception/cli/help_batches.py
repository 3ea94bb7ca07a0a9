"""What `--help` says of many papers at once."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "slips": (
        "把一天出具的告知单合成一份 PDF，每张计为一次打印",
        "write all notices of a day as one PDF; each counts as a print",
    ),
}

EXAMPLES: Mapping[str, Pair] = {
    "slips": (
        """按编号排列，作废的不在其中；再多张也不多占内存。不给 --day 即今天。文件要么完整要么没有。

示例：
  python -m reception slips --day 2026-11-24 --out 当日告知单.pdf --data D --as 张敏 --password-file P
""",
        """In the order of their numbers, void ones left out; however many, they take no more memory. Without --day
it is today. The file is whole or not there.

Example:
  python -m reception slips --day 2026-11-24 --out day.pdf --data D --as 张敏 --password-file P
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "day": ("出具日期，如 2026-11-24，默认今天", "day of issue like 2026-11-24; today by default"),
}
