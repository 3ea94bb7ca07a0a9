"""What stands in the cells of the lists of training."""

from typing import TYPE_CHECKING

from ui import look

if TYPE_CHECKING:
    from reception.services.training import Learner, TrainingLine


def session_day(line: "TrainingLine") -> str:
    """Give the day of a session."""
    return line.training.on.isoformat()


def last_day(line: "Learner") -> str:
    """Give when a stand-in was trained last."""
    return line.last_on.isoformat() if line.last_on else ""


def session_topic(line: "TrainingLine") -> str:
    """Give what was trained, in one line."""
    return " ".join(line.training.topic.split())


def is_void(line: "TrainingLine") -> bool:
    """Tell whether a session was struck out."""
    return line.training.is_void


def learner_tone(line: "Learner") -> look.Tone:
    """Give the colour of what a stand-in was trained."""
    return "green" if line.passed else "amber" if line.sessions else "red"
