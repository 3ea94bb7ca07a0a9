"""Papers that begin at the catalogue; what draws them is brought along only when somebody asks for one."""

from typing import TYPE_CHECKING

from reception.rules.catalogue import Matter
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.catalogue.listing import Opened


def open_blank(shell: Shell, link: DeskLink, matter: Matter | None) -> None:
    """Lay the step of the blank notice over the room."""
    from ui.blank_papers import BlankStep

    shell.open_step(BlankStep(shell, link, matter))


def open_guide(shell: Shell, link: DeskLink, opened: "Opened | None") -> None:
    """Lay the step of the service guide over the room: of the matter that is open, if it is in use, or of all."""
    from ui.catalogue.guide import GuideStep

    matter = opened.card.matter if opened is not None else None
    shell.open_step(GuideStep(shell, link, matter if matter is not None and matter.active else None))
