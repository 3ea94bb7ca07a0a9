"""What `--help` says of cases and of what is due."""

from collections.abc import Mapping

from reception.words.language import Pair

SUMMARIES: Mapping[str, Pair] = {
    "sweep": (
        "巡查时限，写出催办和督办（供系统定时任务调用，不需要登录）",
        "look at what is near its limit and write reminders (for the system's scheduler; nobody signs in)",
    ),
    "case": (
        "查看一个受理件，或中止、延期、办结等（标准输入为 JSON），以 JSON 打印结果",
        "show a case, or stop, extend, close it … (JSON on stdin); prints it as JSON",
    ),
    "due": ("列出应办事项，或推算期限向量", "list what is due, or answer deadline vectors"),
}

EXAMPLES: Mapping[str, Pair] = {
    "sweep": (
        """每写一条打印一行 JSON：number 编号、turn 阶段、to 送达、answer_by 答复期限、slip 督办单编号；最后一行是总数。
每个期限的每个阶段只写一次，窗口和定时任务同时巡查也一样；中断多日以后只写已到的最高一级。受限登记只有编号和阶段。

示例（每 5 分钟一次的 cron）：
  */5 * * * * cd /opt/reception && python -m reception sweep --data D
""",
        """Prints a line of JSON for each reminder: number, turn, to, answer_by, slip; the sums on the last line.
Each turn of a due date is written once, also when a window sweeps at the same time; after days without a sweep only
the highest turn reached is written. Of a restricted record there is only number and turn.

Example (cron, every five minutes):
  */5 * * * * cd /opt/reception && python -m reception sweep --data D
""",
    ),
    "case": (
        """NUMBER 可用受理编号或登记编号。不给 --do 时只打印这一件和现在可办的事（acts）。
--do 和标准输入的 JSON（resume、retract、lapse 不读标准输入）：
  pause       cause（supplement expert_review hearing test appraisal tender posting outside_authority applicant）
              reason ground planned_on："2026-12-10"；随即出具中止告知单
  resume      恢复计时并出具恢复告知单
  extend      days reason：到期之前申请延期
  reclassify  reason：来信来访改为半个月，再改为一个月
  approve     note leader_decision told_mode：批准所申请的延期或时限（申请人本人不能批准）
  reject      note
  retract     撤回自己的申请
  close       result told_mode told_at told_by letter（true：同时出具办结通知单）
  refuse      reason basis clause remedy told_mode told_at told_by：出具不予办理告知单和否定报备
  lapse       补正期满未补
  withdraw    reason：申请人撤回
  reopen      limit reason：重新办理，另定时限
  assign      to：账号姓名，空为退回岗位；reason
  promise     limit：给“无时限”的受理件定时限
  told_mode   phone sms email in_person post
  limit       {"unit": "WD", "n": 3}；unit：IMMEDIATE SAME_DAY WHOUR HOUR WD CD HALF_MONTH MONTH

示例：
  python -m reception case 受理〔2026〕0001 --data D --as 张敏 --password-file P
  echo '{"result":"学生证已补办","told_mode":"phone"}' \\
      | python -m reception case 2026-0001 --do close --data D --as 张敏 --password-file P
""",
        """NUMBER is the number of the case or of its record. Without --do it prints the case and what may be done
with it now (acts). --do and its JSON (resume, retract, lapse read none):
  pause       cause (supplement expert_review hearing test appraisal tender posting outside_authority applicant)
              reason ground planned_on: "2026-12-10"; the notice to the applicant is issued with it
  resume      the clock runs again, and the applicant is told
  extend      days reason: asks for more, before the limit is over
  reclassify  reason: a petition into half a month, then into a month
  approve     note leader_decision told_mode: grants what is asked (never by who asked)
  reject      note
  retract     takes back what one asked for oneself
  close       result told_mode told_at told_by letter (true: with the notice of completion)
  refuse      reason basis clause remedy told_mode told_at told_by: with notice and report of refusal
  lapse       the papers never came
  withdraw    reason: the applicant took it back
  reopen      limit reason: begins again with a limit of its own
  assign      to: name of an account, empty: back to the post; reason
  promise     limit: to a case that had a reason for none
  told_mode   phone sms email in_person post
  limit       {"unit": "WD", "n": 3}; unit: IMMEDIATE SAME_DAY WHOUR HOUR WD CD HALF_MONTH MONTH

Examples:
  python -m reception case 受理〔2026〕0001 --data D --as 张敏 --password-file P
  echo '{"result":"学生证已补办","told_mode":"phone"}' \\
      | python -m reception case 2026-0001 --do close --data D --as 张敏 --password-file P
""",
    ),
    "due": (
        """不带 --vectors：列出 --data 中应办的事项，最早到期的在前；转办件另给出状态和已转次数；中止和无时限的
due_at 为 null。给出 NUMBER 时只列那一条登记的；加 --explain 说明这一天是怎么来的：时限和依据、中止、延期、逐日。
带 --vectors：逐条回答 {"id","due","provisional"}，加 --explain 再给出每一天；不带 --data 用随程序的日历，
带则用该单位的日历。文件可以是 YAML 或 JSON 列表、每行一条 JSON，或 - 表示标准输入。

示例：
  python -m reception due --data D
  python -m reception due 2026-0001 --explain --data D
  python -m reception due --vectors vectors.yaml --explain
  echo '{"id":1,"start":"2026-09-28 10:00","unit":"WD","n":5}' | python -m reception due --vectors -
""",
        """Without --vectors: what is owed in --data, the earliest first; a transfer says its state and how often it
was passed on; due_at is null while a clock stands and where there is no limit. With NUMBER only that record's;
--explain says why: limit and its rule, stops, extensions, day by day. With --vectors: one answer an entry,
{"id","due","provisional"}, with --explain every day as well; the shipped calendar without --data, the
office's with it. FILE is a YAML or JSON list, one JSON object a line, or - for standard input.

Examples:
  python -m reception due --data D
  python -m reception due 2026-0001 --explain --data D
  python -m reception due --vectors vectors.yaml --explain
  echo '{"id":1,"start":"2026-09-28 10:00","unit":"WD","n":5}' | python -m reception due --vectors -
""",
    ),
}

OPTIONS: Mapping[str, Pair] = {
    "case-no": ("受理编号或登记编号", "number of the case, or of its record"),
    "case-do": ("要办的事，见下", "what to do, see below"),
    "due-no": ("只看这一条登记或受理件", "this record or case only"),
}
