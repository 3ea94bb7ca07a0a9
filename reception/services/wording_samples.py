"""A sample of a paper with sentences that are being written, checked as they would be when they are kept."""

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid
from reception.rules.papers import PaperForm
from reception.rules.wordings import Wording
from reception.services import wordings
from reception.services.desk import Desk
from reception.services.letter_proposals import spoken
from reception.words import Language
from reception.words.letter_samples import sample_facts
from reception.words.letters import compose_letter


def sample(desk: Desk, wording: Wording, how: PaperForm) -> RenderedPaper:
    """Give a letter to nobody with a wording that may not be kept yet, marked 预览.

    Raises:
        Invalid: all that is wrong with the templates, each at its field.
    """
    reasons = wordings.faults(wording)
    if reasons:
        raise Invalid(*reasons)
    now = desk.calendar.local(desk.clock())
    facts = sample_facts(wording.kind, desk.office, wordings.applied(wording), now)
    texts = compose_letter(facts, Language.ZH), compose_letter(facts, Language.EN)
    return render_paper(spoken(texts, how), how, preview=True)
