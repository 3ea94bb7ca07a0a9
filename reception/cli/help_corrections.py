"""What `--help` says of corrections."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "correct": (
        "更正一条登记（标准输入为 JSON），打印登记编号",
        "correct a record (JSON on stdin), print its number",
    ),
}

EXAMPLES: Mapping[str, Pair] = {
    "correct": (
        """标准输入：{"changes": {字段: 新值}, "reason": 原因, "note": 说明}；null 表示清空。
  reason  misheard 听错 · mistyped 笔误 · visitor_corrected 来访人要求 · other 其他（须写 note）
  字段    received_at ended_at person_name phone person_kind person_no person_unit person_count reply_pref
          other_contact agent_name agent_phone agent_relation privacy_told kind matter summary detail urgency
          answer result told_phone told_place remark；写法与 record 相同
本人当天的登记可以自己更正，其他的由科室负责人更正。编号、处置方式、首问责任人不能更正；已有受理件或转办件的
时间、已有受理件或告知单的事项也不能。已出具的文书仍是原内容。

示例：
  echo '{"changes":{"person_name":"林晓舟"},"reason":"misheard"}' \\
      | python -m reception correct 2026-0001 --data D --as 张敏 --password-file P
""",
        """Standard input: {"changes": {field: new value}, "reason": why, "note": text}; null empties a field.
  reason  misheard · mistyped · visitor_corrected · other (then note says it)
  field   received_at ended_at person_name phone person_kind person_no person_unit person_count reply_pref
          other_contact agent_name agent_phone agent_relation privacy_told kind matter summary detail urgency
          answer result told_phone told_place remark; written as for record
One's own record of the day, any other as section head. Number, disposition and first officer are never
corrected, nor a time from which something is owed, nor a matter on which a case or a notice rests. Issued
papers stay as they are.

Example:
  echo '{"changes":{"person_name":"林晓舟"},"reason":"misheard"}' \\
      | python -m reception correct 2026-0001 --data D --as 张敏 --password-file P
""",
    ),
}
