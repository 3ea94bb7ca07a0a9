"""What `--help` says of the letters."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "letter": (
        "出具受理、补正、转办等文书并输出为 PDF（标准输入为 JSON，可空），打印编号",
        "issue an acceptance, refusal, transfer or other letter as PDF (JSON on stdin, may be empty), print its number",
    ),
}

EXAMPLES: Mapping[str, Pair] = {
    "letter": (
        """文书种类 --kind：
  SJ 材料接收凭证 · SL 受理通知单 · BZ 补正材料通知单 · BS 不予受理 · BB 不予办理 · BBR 否定报备登记表
  BJ 办结通知单 · ZB 转办（移交）单 · DB 催办（督办）单
  不予办理（BB、BBR）、办结（BJ）、中止（ZT）、恢复（HF）、延期（YQ）的文书由 case 命令办理该件时一并出具；
  已经不予办理或办结的件，BB、BBR、BJ 可以再出具；没有受理件的（D2）BJ 可以单独出具
登记里已有的不必再写；标准输入的 JSON 补充或改写：
  SJ papers · SL handler handler_phone · BS reason basis body body_place body_phone
  BB basis clause remedy · BBR reason basis · BJ at result place · ZB to until papers · DB to state until
  时间写成 "2026-12-01 17:30"（单位当地时间）；BZ 与 notice 相同：answers、materials、second_reason
文件要么完整要么没有，计为一次打印；以后用 slip 补打。

示例：
  python -m reception letter 2026-0001 --kind SL --out 受理.pdf --data D --as 张敏 --password-file P < /dev/null
  echo '{"basis":"学籍管理规定"}' | python -m reception letter 2026-0002 --kind BS --out 不予受理.pdf …
""",
        """Kinds, --kind:
  SJ receipt · SL acceptance · BZ to supplement · BS not accepted · BB refusal · BBR report of a refusal
  BJ completed · ZB transfer · DB reminder
  a refusal (BB, BBR), a completion (BJ), a stop (ZT), its end (HF) and an extension (YQ) are written by the command
  case with the act itself; BB, BBR and BJ again where the case has ended so, BJ also where there is no case (D2)
What the record knows need not be said; the JSON on standard input adds to it or stands in its place:
  SJ papers · SL handler handler_phone · BS reason basis body body_place body_phone
  BB basis clause remedy · BBR reason basis · BJ at result place · ZB to until papers · DB to state until
  moments are "2026-12-01 17:30" (local to the office); BZ as for notice: answers, materials, second_reason
The file is whole or not there and counts as a print; later prints come from slip.

Examples:
  python -m reception letter 2026-0001 --kind SL --out accepted.pdf --data D --as 张敏 --password-file P < /dev/null
  echo '{"basis":"学籍管理规定"}' | python -m reception letter 2026-0002 --kind BS --out refusal.pdf …
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "letter-kind": ("文书种类，如 SL（见下）", "kind of letter, for instance SL (see below)"),
}
