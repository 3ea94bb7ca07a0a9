"""Taking a hand-over back with Ctrl+Z, until somebody accepted it; what was written stands in the form again."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.errors import Invalid, ReceptionError, Unavailable
from reception.rules.absences import Absence
from reception.services import handovers
from reception.words import sentence
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.handovers import HandoverDraft


def draft_name(absence: Absence) -> str:
    """Give under which name the form of an absence's hand-over is kept."""
    return f"handover-{absence.id}"


class TakingBack(QObject):
    """Undoes one hand-over.

    Args:
        before: what had been handed over until then; None: nothing.
        sent: what was handed over now.
    """

    def __init__(
        self, shell: Shell, link: DeskLink, absence: Absence, before: "HandoverDraft | None", sent: "HandoverDraft"
    ) -> None:
        super().__init__(link)  # it outlives the step in which the hand-over was written
        self._shell, self._link, self._absence = shell, link, absence
        self._before, self._sent = before, sent

    def undo(self) -> None:
        """Give back what had been handed over before, or nothing."""
        if self._before is None:
            act = self._link.change
            act(self, handovers.take_back, self._absence.id, done=self._done, failed=self._refused)
        else:
            again = self._before
            self._link.change(self, handovers.hand_over, self._absence.id, again, done=self._done, failed=self._refused)

    def _done(self, _found: object) -> None:
        keeper = DraftKeeper.of(self._link)
        keeper.keep_note(draft_name(self._absence), json.dumps(asdict(self._sent), ensure_ascii=False))
        self._shell.toast(self.tr("已撤回 {name} 的交接单，写的还在").format(name=self._absence.account))

    def _refused(self, error: ReceptionError) -> None:
        """Say what the desk refused; what failed in the machine the shell says, with Retry."""
        if not isinstance(error, Unavailable):
            words = error.reasons[0] if isinstance(error, Invalid) else error
            self._shell.toast(sentence(words, self._shell.language))
