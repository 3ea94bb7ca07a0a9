"""The command that counts a contact without a record: tally."""

import uuid
from argparse import Namespace

from reception.cli.console import Console, Exit
from reception.cli.sessions import signed_in
from reception.rules.inquiries import Channel
from reception.services import tallies


def tally(arguments: Namespace, console: Console) -> Exit:
    """Count one contact and print how many were counted today."""
    with signed_in(arguments) as desk:
        token = arguments.token or str(uuid.uuid4())
        channel = Channel(arguments.channel)
        counted = tallies.count(desk, token=token, channel=channel, matter=arguments.matter or "")
        console.result(str(counted.today))
    return Exit.DONE
