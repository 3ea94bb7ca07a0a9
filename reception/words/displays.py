"""What desk cards, badges and the promise sheet say.

Source: handbook §5 (contents of each, model desk card, sample promise sheet).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reception.rules.catalogue import Matter
from reception.rules.displays import MOST_DUTIES, CardWords, Nameplate, PromiseText, ServicePromise, lines_of
from reception.rules.office import Office
from reception.rules.papers import PaperFact
from reception.rules.phrases import Phrase
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.words.language import Language, Pair, pick
from reception.words.service_guides import unit_name

MOTTO: Pair = ("首问负责　一次告知　限时办结", "First question, one notice, on time")
SENTENCES: Pair = (
    "谁先接待谁负责，不推、不拖、不让您白跑。\n"
    "该告诉的一次写清。\n"
    "能办马上办，不能马上办的写明哪一天办好。\n"
    "经办人不在，有人顶岗。\n"
    "答应的时间到了还没消息，请打监督电话，我们一个工作日内回复。",
    "Whoever you ask first stays responsible.\n"
    "Everything you need, in one note.\n"
    "Now if possible, otherwise with a date.\n"
    "Someone always stands in.\n"
    "If the date passes in silence, call supervision; answer within one working day.",
)
"""What is promised until the office writes its own (handbook §5)."""

_NAMED = 3
"""So many stand-ins and posts are named; of more the number is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is known of somebody who is shown: confirmed posts, who stands in, whom he stands in for, the matters."""

    account: Account
    plate: Nameplate | None = None
    posts: tuple[Post, ...] = ()
    stand_ins: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = ()


def compose_card(
    shown: Shown, office: Office, promise: ServicePromise | None, phrases: Sequence[Phrase], language: Language
) -> CardWords:
    """Give the words of a desk card or badge."""
    plate, comma = shown.plate, pick(("、", ", "), language)
    own, written = _has_own(plate, "duties"), lines_of(_own(plate, "duties", language))
    return CardWords(
        university=_either(office.university, office.university_en, language),
        office=_either(office.name, office.name_en, language),
        name=_either(shown.account.name, plate.name_en if plate else "", language),
        title=_title(shown, language),
        staff_no=PaperFact(label=pick(("工号", "Staff no."), language), value=plate.staff_no if plate else ""),
        cover=_cover(shown, language),
        duties_label=pick(("职责", "Duties"), language),
        duties=written if own else tuple(_either(each.name, each.name_en, language) for each in shown.matters),
        written=own,
        more=pick((" 等{n}项", " and {n} more"), language),
        comma=comma,
        promise=PaperFact(label=pick(("承诺", "Promise"), language), value=motto(promise, language)),
        phones=_phones(shown, office, language),
        photo=pick(("照片", "Photo"), language),
        crest=pick(("校徽", "Crest"), language),
        fold=pick(("沿此线对折", "fold here"), language),
        phrases_label=pick(("文明用语", "What to say"), language),
        phrases=tuple(pick((each.zh, each.en), language) for each in phrases),
    )


def compose_promise(office: Office, promise: ServicePromise | None, language: Language) -> PromiseText:
    """Give the words of the promise sheet."""
    own = pick((promise.sentences, promise.sentences_en), language) if promise else ""
    return PromiseText(
        title=pick(("服务承诺", "Our Promise"), language),
        unit=unit_name(office, language),
        motto=motto(promise, language),
        sentences=lines_of(own or pick(SENTENCES, language)),
        contacts=_known(
            PaperFact(label=pick(("办公地点", "Place"), language), value=office.place),
            PaperFact(label=pick(("咨询电话", "Information"), language), value=office.phone),
            PaperFact(label=pick(("监督电话", "Supervision"), language), value=office.supervise_phone, strong=True),
        ),
    )


def suggested_plate(shown: Shown) -> Nameplate:
    """Give what the cards say of somebody without a nameplate, in its form; of many matters the first."""
    bare = replace(shown, plate=None)
    duties = [
        "\n".join(_either(each.name, each.name_en, language) for each in shown.matters[:MOST_DUTIES])
        for language in Language
    ]
    title, title_en = (_title(bare, language) for language in Language)
    return Nameplate(account_id=shown.account.id, title=title, title_en=title_en, duties=duties[0], duties_en=duties[1])


def shipped_promise(at: datetime) -> ServicePromise:
    """Give the promise that ships with the program, in the form of an office's own."""
    (motto_zh, motto_en), (sentences, sentences_en) = MOTTO, SENTENCES
    return ServicePromise(
        motto=motto_zh,
        motto_en=motto_en,
        sentences=sentences,
        sentences_en=sentences_en,
        made_at=at,
        made_by="",
    )


def motto(promise: ServicePromise | None, language: Language) -> str:
    """Give the sentence of the desk cards: the office's own, or what was shipped."""
    own = pick((promise.motto, promise.motto_en), language) if promise else ""
    return own or pick(MOTTO, language)


def post_name(post: Post, language: Language) -> str:
    """Give a post's name without the unit before it, 学籍管理岗 of 教务处·学籍管理岗."""
    return _either(post.name.partition("·")[2] or post.name, post.name_en, language)


def _title(shown: Shown, language: Language) -> str:
    if _has_own(shown.plate, "title") or len(shown.posts) != 1:
        return _own(shown.plate, "title", language)
    return post_name(shown.posts[0], language)


def _cover(shown: Shown, language: Language) -> tuple[PaperFact, ...]:
    """Give for which posts this is A, who is B, and for whom this is B."""
    posts = tuple(post_name(post, language) for post in shown.posts)
    own = posts if len(posts) > 1 or _has_own(shown.plate, "title") else ()
    return _known(
        PaperFact(label=pick(("A岗", "A"), language), value=_listed(own, language)),
        PaperFact(label=pick(("B岗", "Stand-in (B)"), language), value=_listed(shown.stand_ins, language)),
        PaperFact(label=pick(("顶岗", "Stands in for"), language), value=_listed(shown.covers, language)),
    )


def _listed(names: Sequence[str], language: Language) -> str:
    shown = pick(("、", ", "), language).join(names[:_NAMED])
    more = pick((f"等{len(names)}个", f" and {len(names) - _NAMED} more"), language)
    return shown + (more if len(names) > _NAMED else "")


def _phones(shown: Shown, office: Office, language: Language) -> tuple[PaperFact, ...]:
    own = shown.account.phone or next((post.phone for post in shown.posts if post.phone), "") or office.phone
    return _known(
        PaperFact(label=pick(("咨询", "Information"), language), value=own),
        PaperFact(label=pick(("监督", "Supervision"), language), value=office.supervise_phone),
    )


def _known(*facts: PaperFact) -> tuple[PaperFact, ...]:
    return tuple(fact for fact in facts if fact.value)


def _has_own(plate: Nameplate | None, name: str) -> bool:
    """Tell whether a text was written in either language; then the other one says nothing else instead."""
    return any(_own(plate, name, language) for language in Language)


def _own(plate: Nameplate | None, name: str, language: Language) -> str:
    if plate is None:
        return ""
    return str(getattr(plate, name if language is Language.ZH else f"{name}_en"))


def _either(chinese: str, english: str, language: Language) -> str:
    """Give a name in the language, in Chinese where there is no other."""
    return english if language is Language.EN and english else chinese
