"""How a reminder speaks: the level of a slip, whom it goes to beside people with an account, the line of a notice.

No sentence here names a visitor or says what a record is about: it may stand on a screen that anybody sees.
"""

from collections.abc import Mapping

from reception.rules.reminders import Turn
from reception.words.labels import label
from reception.words.language import Language, Pair, pick

_LEVELS: Mapping[Turn, Pair] = {
    Turn.OVERDUE: ("{state}（一级督办，蓝单）", "{state} (level one, blue slip)"),
    Turn.LEVEL_TWO: ("{state}（二级督办，橙单）", "{state} (level two, orange slip)"),
    Turn.LEVEL_THREE: ("{state}（三级督办，红单）", "{state} (level three, red slip)"),
}


def leader(language: Language) -> str:
    """Give how the leader in charge is addressed, who has no account here."""
    return pick(("分管领导", "leader in charge"), language)


def level_text(turn: Turn, state: str, language: Language) -> str:
    """Give how a case stands with the level and colour of its slip; the state alone where there is no slip."""
    pair = _LEVELS.get(turn)
    return pick(pair, language).format(state=state) if pair else state


def reminder_line(number: str, turn: Turn, more: int, language: Language) -> str:
    """Give the line that tells somebody of a turn: the number only, and how many there are besides."""
    words = pick(("{number}：{turn}", "{number}: {turn}"), language).format(number=number, turn=label(turn, language))
    if not more:
        return words
    return pick(("{words}（另有 {n} 件）", "{words} (and {n} more)"), language).format(words=words, n=more)
