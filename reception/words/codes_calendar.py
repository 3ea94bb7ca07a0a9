"""What to say about time limits, working hours and the calendar of days off.

Source: handbook §3.2–3.4, §3.7.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "entry_not_mapping": (
        "应为“键: 值”形式的一组内容，现为“{value}”。",
        "A group of `key: value` is expected here, not “{value}”.",
    ),
    "list_expected": ("应为列表，现为“{value}”。", "A list is expected here, not “{value}”."),
    "date_unreadable": (
        "“{value}”不是有效日期，请按 2026-03-02 的形式填写。",
        "“{value}” is not a date; please write it like 2026-03-02.",
    ),
    "choice_unknown": ("“{value}”不在可选范围内，可选：{choices}。", "“{value}” is not one of: {choices}."),
    "start_unreadable": (
        "“{value}”不是有效的起算时间，请按 2026-03-02 09:00 的形式填写。",
        "“{value}” is not a starting time; please write it like 2026-03-02 09:00.",
    ),
    "start_out_of_range": ("起算时间须在 {first} 至 {last} 之间。", "The start must lie between {first} and {last}."),
    "number_not_whole": ("“{value}”不是整数。", "“{value}” is not a whole number."),
    "limit_too_small": ("时限数须大于零。", "The number of a limit must be above zero."),
    "limit_too_large": ("时限数不得超过 {largest}。", "The number of a limit must not exceed {largest}."),
    "beyond_calendar": ("期限超出 {last}，无法推算。", "The date would lie after {last} and cannot be computed."),
    "day_off_and_working": ("{on} 既列为休息又列为上班。", "{on} is given both as a day off and as a working day."),
    "suspension_shape": (
        "中止应写成［起，止］两个日期，现为“{value}”。",
        "A suspension is written as two dates [from, to], not “{value}”.",
    ),
    "suspension_open": ("中止尚未结束，无法推算到期日。", "The suspension is still open: there is no due date yet."),
    "suspension_reversed": (
        "中止的结束日 {last} 早于开始日 {first}。",
        "The suspension ends on {last}, before it begins on {first}.",
    ),
    "suspension_before_start": (
        "中止自 {first} 开始，早于时限起算日 {start}。",
        "The suspension begins on {first}, before the clock starts on {start}.",
    ),
    "extension_shape": (
        "延期应写成［单位，数量］，现为“{value}”。",
        "An extension is written as [unit, number], not “{value}”.",
    ),
    "year_unreadable": (
        "“{value}”不是有效年份（{first}—{last}）。",
        "“{value}” is not a year between {first} and {last}.",
    ),
    "year_twice": ("{year} 年重复出现。", "The year {year} appears twice."),
    "period_reversed": (
        "放假结束日 {last} 早于开始日 {first}。",
        "The holiday ends on {last}, before it begins on {first}.",
    ),
    "date_far_from_year": ("{on} 不属于 {year} 年的放假安排。", "{on} cannot belong to the notice of {year}."),
    "rest_and_make_up": (
        "{on} 既在“{name}”放假期内，又列为调休上班日。",
        "{on} lies within the holiday “{name}” and is also given as a make-up working day.",
    ),
    "make_up_twice": ("调休上班日 {on} 重复。", "The make-up working day {on} appears twice."),
    "date_outside_year": (
        "{on} 不在 {year} 年内；跨年的安排请核对是否属于这份通知。",
        "{on} lies outside {year}; please check that this notice settles it.",
    ),
    "notice_without_year": (
        "看不出是哪一年的放假安排；请连同通知的标题一起粘贴。",
        "The year is not said; please paste the notice with its title.",
    ),
    "notice_without_days": (
        "没有读到放假日期；请粘贴通知正文，例如“10月1日至7日放假调休，共7天”那样的句子。",
        "No days off were found; please paste the text of the notice itself.",
    ),
    "notice_unread": (
        "没有读懂“{text}”，这一句没有计入，请核对后在“逐行填写”中补上。",
        "“{text}” was not understood and is left out; please check it and add it row by row.",
    ),
    "notice_count": (
        "列出的日期是 {found} 天，通知写的是共 {said} 天。",
        "Days counted from the dates: {found}; the notice says {said}.",
    ),
    "weekday_differs": (
        "{on} 不是{said}，请核对年份和日期。",
        "{on} is not the weekday that stands beside it ({said}); please check the year and the date.",
    ),
    "calendar_file_shape": (
        "不是日历文件：应为年度列表，或含 years、days 的一组内容。",
        "This is no calendar file: a list of years is expected, or a group with `years` and `days`.",
    ),
    "layer_unknown": (
        "层级应为 2（省级）、3（学校）或 4（本单位），现为“{value}”。",
        "The layer is 2 (province), 3 (university) or 4 (unit), not “{value}”.",
    ),
    "day_twice": ("{on} 在同一层级出现两次。", "{on} is given twice on one layer."),
    "span_too_long": ("一次最多安排 {most} 天。", "At most {most} days can be arranged at a time."),
    "hours_on_rest_day": ("休息日不填办公时间。", "A day off has no hours."),
    "closure_overlaps": (
        "与已有的不受理期间（{first}—{last}）重叠。",
        "This overlaps a closure that is there already ({first} to {last}).",
    ),
    "nothing_to_withdraw": ("{on} 在这一层级没有另行安排。", "On {on} this layer has no arrangement of its own."),
    "threshold_bounds": ("请填 {least} 至 {most} 之间的整数。", "Please enter a whole number from {least} to {most}."),
    "hours_past": (
        "新的办公时间只能从今天（{today}）或以后起用；过去的日子按当时的时间。",
        "New hours begin today ({today}) or later; days that are over keep the hours they had.",
    ),
    "hours_unchanged": ("{on} 那天本来就是这套时间。", "These are the hours that hold on {on} already."),
    "hours_not_found": ("没有从 {on} 起用的办公时间。", "No office hours begin on {on}."),
    "hours_begun": (
        "从 {on} 起用的时间已经生效，不能撤销；请从以后的日子起另设。",
        "The hours from {on} hold already and cannot be withdrawn; please set others from a later day.",
    ),
    "hours_by_date": (
        "办公时间按起用日期另设，已过的日子不改。",
        "Office hours are set from a day on; the days before keep theirs.",
    ),
    "hours_missing": ("请填写办公时间。", "Please enter the office hours."),
    "hours_unreadable": (
        "“{value}”不是有效的办公时间，请按 08:00-12:00, 14:30-17:30 的形式填写。",
        "“{value}” cannot be read as office hours; please write them like 08:00-12:00, 14:30-17:30.",
    ),
    "hours_reversed": (
        "时段 {opens}—{closes} 的结束须晚于开始。",
        "The hours {opens}–{closes} must end after they begin.",
    ),
    "hours_overlap": ("各时段须按先后填写且互不重叠。", "The hours must follow each other without overlapping."),
    "season_date": ("{month} 月 {day} 日不存在。", "There is no day {day} in month {month}."),
    "season_twice": ("两套办公时间从同一天开始。", "Two sets of office hours begin on the same day."),
    "statutory_day_works": (
        "法定节假日 {on}（{name}）未列为放假。",
        "The statutory holiday {on} ({name}) is not given as a day off.",
    ),
    "make_up_on_weekday": (
        "调休上班日 {on} 不是周六或周日。",
        "The make-up working day {on} is not a Saturday or Sunday.",
    ),
    "weekday_balance": (
        "{year} 年周一至周五共放假 {found} 天，按法定节假日加调休应为 {expected} 天，请核对。",
        "{year} has {found} weekdays off; statutory and make-up days together give {expected}; please check.",
    ),
}
