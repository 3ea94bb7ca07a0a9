"""What to say: the phrases that ship with the program, and the office's own quick answers.

Source: handbook §6 (phrase helper, lint of typed answers).
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from reception.errors import Conflict, Invalid, Reason
from reception.rules.courtesy import QuickAnswer, best_fitting, tidied
from reception.rules.phrase_lint import PhraseLint
from reception.rules.phrases import PhraseBook, parse_phrases
from reception.rules.pinyin import fold_query, search_keys
from reception.rules.staff import Action
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import QuickAnswerRow
from reception.store.search import query_text
from reception.workstation import resource

_Q: Any = QuickAnswerRow
_PINYIN_FROM = 2


@lru_cache(maxsize=1)
def phrase_book() -> PhraseBook:
    """Give the phrases that ship with the program; read once."""
    return parse_phrases(resource("phrases/phrases.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def phrase_lint() -> PhraseLint:
    """Give what looks for banned phrases in a text; made once."""
    return PhraseLint(phrase_book())


def answers(desk: Desk, text: str = "", *, inactive: bool = False) -> tuple[QuickAnswer, ...]:
    """Give the quick answers that hold every word of a typed text, the most used first.

    A word is found in question, keywords and answer, or by the pinyin of question and keywords.
    """
    conditions = [_holds(word) for word in query_text(text).casefold().split()]
    if not inactive:
        conditions.append(_Q.active == True)  # noqa: E712 -- an expression of the database
    with desk.reading():
        order = (_Q.active.desc(), _Q.uses.desc(), _Q.last_used_at.desc(), _Q.id)
        return tuple(records.select(QuickAnswer, *conditions, order=order))


def best_answer(desk: Desk, asked: str, matter_code: str = "") -> QuickAnswer | None:
    """Give the quick answer that fits a question best, or None."""
    return best_fitting(answers(desk), asked, matter_code) if asked.strip() else None


def keep_answer(desk: Desk, answer: QuickAnswer) -> QuickAnswer:
    """Add a quick answer (without an id) or change one; `active` takes it out of use or back.

    That somebody used the answer meanwhile is no conflict: uses are counted beside what it says.

    Raises:
        Invalid: all reasons at once; another answer in use has the same question.
        Conflict: somebody else changed what it says.
    """
    with desk.work(Action.KEEP_ANSWERS) as work:
        wanted = tidied(answer)
        _refuse_twin(wanted)
        extra = {"search_text": _search_text(wanted)}
        if not wanted.id:
            kept = work.add(replace(wanted, version=0, uses=0, last_used_at=None), **extra)
        else:
            stored = work.get(QuickAnswer, wanted.id)
            if stored.version - stored.uses != answer.version - answer.uses:
                raise Conflict("conflict", kind="QuickAnswer", id=wanted.id)
            counted = replace(wanted, uses=stored.uses, last_used_at=stored.last_used_at)
            kept = work.change(replace(counted, version=stored.version), **extra)
        work.log(kept)
    return kept


def retire_answer(desk: Desk, answer_id: int) -> QuickAnswer:
    """Take an answer out of use, whatever it says by now: it stays in the list of those out of use."""
    with desk.work(Action.KEEP_ANSWERS) as work:
        retired = work.change(replace(work.get(QuickAnswer, answer_id), active=False))
        work.log(retired)
    return retired


def use_answer(desk: Desk, answer_id: int) -> QuickAnswer:
    """Count that an answer was given once more; the most used are offered first."""
    with desk.work(Action.KEEP_ANSWERS) as work:
        stored = work.get(QuickAnswer, answer_id)
        used = work.change(replace(stored, uses=stored.uses + 1, last_used_at=work.now))
        work.log(used)
    return used


def _refuse_twin(answer: QuickAnswer) -> None:
    if not answer.active:
        return
    twins = records.select(QuickAnswer, question=answer.question, active=True)
    if any(twin.id != answer.id for twin in twins):
        raise Invalid(Reason(code="question_taken", field="question", values={"question": answer.question}))


def _holds(word: str) -> Any:
    condition = _Q.search_text.contains(word)
    spelt = fold_query(word)
    return condition | _Q.search_text.contains(spelt) if len(spelt) >= _PINYIN_FROM else condition


def _search_text(answer: QuickAnswer) -> str:
    spelt = (search_keys(text) for text in (answer.question, *answer.keywords))
    return "\n".join((answer.question, *answer.keywords, answer.answer, answer.answer_en, *spelt)).casefold()
