"""Invented tallies: between two visitors somebody puts the head in and asks the way."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from random import Random

from reception.rules.catalogue import Matter
from reception.rules.inquiries import Channel
from reception.rules.staff import Action
from reception.services import tallies
from reception.services.desk import Work

_HOW_MANY = ((0, 1, 2), (14, 5, 1))
_CHANNELS = ((Channel.VISIT, Channel.PHONE), (8, 2))
_APART = timedelta(seconds=40)


def count_asides(random: Random, after: Work, matters: Sequence[Matter]) -> None:
    """Count nobody, one or two contacts just after a record, at its counter; some of them about a matter."""
    for place in range(random.choices(*_HOW_MANY)[0]):
        work = Work(after.desk, Action.COUNT_TALLY, after.now + _APART * (place + 1))
        token = str(uuid.UUID(int=random.getrandbits(128), version=4))
        matter = random.choice(matters).code if matters and random.random() < 0.4 else ""
        tallies.count_within(work, token=token, channel=random.choices(*_CHANNELS)[0], matter=matter)
        work.finish()
