"""The middle of a desk card: name, post, who stands in, and the duties, as large as they fit.

Source: handbook §5 (name of 28 points at least, duties in three to six lines).
"""

from collections.abc import Iterator, Sequence

from reception.documents.card_parts import cropped, flowing, spoken, style
from reception.documents.flow import Strip, total
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.displays import MOST_DUTIES, CardWords
from reception.rules.papers import PaperFact

LEAST_NAME = 28.0
_LARGEST_NAME = 46.0
_LEAST = 7.0
_SECOND = 0.78
_GAP = 18.0

Texts = Sequence[CardWords]


def person(texts: Texts, width: float, room: float) -> list[Strip] | None:
    """Give the strips in the largest letters that fit into the room; None where even the smallest do not."""
    return next((strips for strips in _tries(texts, width) if total(strips) <= room), None)


def _tries(texts: Texts, width: float) -> Iterator[list[Strip]]:
    if len(texts) == 1 and len(texts[0].duties) <= MOST_DUTIES:
        for scale in (1.0, 0.92, 0.85, 0.78, 0.7):
            yield _strips(texts, width, scale, one_a_line=True)
    for scale in (1.0, 0.92, 0.85, 0.78, 0.7, 0.63, 0.56):
        yield _strips(texts, width, scale, one_a_line=False)


def _strips(texts: Texts, width: float, scale: float, *, one_a_line: bool) -> list[Strip]:
    look = style(max(13 * scale, _LEAST), leading=1.35)
    strips = [*_head(texts, width, scale)]
    strips += [_strip(block(line, _smaller(look) if later else look, width)) for line, later in _cover(texts)]
    for place, words in enumerate(texts):
        if words.duties and (place == 0 or words.duties != texts[0].duties):
            strips.append(_duties(words, look if place == 0 else _smaller(look), width, one_a_line=one_a_line))
    return strips


def _head(texts: Texts, width: float, scale: float) -> Iterator[Strip]:
    """Give the name with the post beside it, or under it where they are too long for one line."""
    large = style(max(_LARGEST_NAME * scale, LEAST_NAME), strong=True, leading=1.22)
    name = spoken([each.name for each in texts], large, width, least=LEAST_NAME, second=0.36)
    titles = [each.title for each in texts]
    title = spoken(titles, style(max(18 * scale, 9), strong=True), width)
    if name.width + _GAP + title.width <= width and all(len(each.lines) == 1 for each in title.blocks):
        drop = name.blocks[0].height - title.blocks[0].height - large.size * 0.1 if title.blocks else 0.0

        def draw(sheet: Sheet, x: float, y: float) -> None:
            name.draw(sheet, x, y)
            title.draw(sheet, x + name.width + _GAP, y + drop)

        yield Strip(max(name.height, drop + title.height) + 3, draw)
    else:
        yield from (_strip(each) for each in (*name.blocks, *title.blocks))


def _cover(texts: Texts) -> Iterator[tuple[str, bool]]:
    """Give who stands in, a line each, with whether it says in the other language what the line before did.

    Where both languages name the same people, their labels share the line.
    """
    for place, fact in enumerate(texts[0].cover):
        others = [each.cover[place] for each in texts[1:]]
        yield _said(fact, [other.label for other in others if other.value == fact.value]), False
        yield from ((f"{other.label}: {other.value}", True) for other in others if other.value != fact.value)


def _said(fact: PaperFact, labels: Sequence[str]) -> str:
    return f"{' '.join((fact.label, *labels))}：{fact.value}"


def _duties(words: CardWords, look: Style, width: float, *, one_a_line: bool) -> Strip:
    """Give the label and beside it the duties, a line each or one after the other."""
    label = block(f"{words.duties_label}：" if words.comma == "、" else f"{words.duties_label}: ", look, width)
    lead = label.width + (look.size * 0.3 if words.comma != "、" else 0.0)
    if one_a_line:
        lines = [block(duty, look, width - lead) for duty in words.duties]
    else:
        lines = [flowing(words.duties, words, look, width - lead, MOST_DUTIES)]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y, label)
        for each in lines:
            y = sheet.text(x + lead, y, each)

    return Strip(sum(each.height for each in lines), draw)


def _smaller(look: Style) -> Style:
    return style(max(look.size * _SECOND, 6.5), grey=0.3)


def _strip(text: Block) -> Strip:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y, text)

    return Strip(text.height, draw)


def squeezed_person(texts: Texts, width: float, room: float) -> list[Strip]:
    """Set what no size holds: the whole name, and of the rest as many lines as fit."""
    words, look = texts[0], style(_LEAST)
    name = block(words.name, style(LEAST_NAME, strong=True, leading=1.12), width)
    waiting = [texts[-1].name if len(texts) > 1 else "", words.title]
    waiting.append(f"{words.duties_label}：{words.comma.join(words.duties)}" if words.duties else "")
    waiting += [_said(fact, ()) for fact in words.cover]
    waiting = [text for text in waiting if text and text != words.name]
    strips, left = [_strip(name)], int((room - name.height) / look.leading)
    while waiting and left > 0:
        said = cropped(waiting.pop(0), look, width, max(1, left - len(waiting)))
        strips.append(_strip(said))
        left -= len(said.lines)
    return strips
