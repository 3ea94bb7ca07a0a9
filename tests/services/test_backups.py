"""Backups that can be opened again."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reception.services import backups, inquiries, register
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from reception.store.backup import FOLDER
from reception.store.database import FILE_NAME, KEY_NAME, open_store
from tests.cast import ANN, Clock, desk_of
from tests.drafts import draft_of


def test_a_backup_made_while_the_file_is_open_holds_every_record(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    for _ in range(5):
        inquiries.record(desk, draft_of())
    made = backups.back_up(desk.store)
    restored = tmp_path / "restored"
    restored.mkdir()
    shutil.copy(made.path, restored / FILE_NAME)
    shutil.copy(desk.store.folder / KEY_NAME, restored / KEY_NAME)
    desk.store.close()
    store = open_store(restored)
    assert register.count(desk_of(store, ANN, clock), RegisterFilter()) == 5
    store.close()


def test_nothing_is_copied_while_nothing_changed(desk: Desk, clock: Clock) -> None:
    made = backups.back_up_if_changed(desk)
    assert made is not None
    clock.now = made.made_at + timedelta(minutes=40)
    assert backups.back_up_if_changed(desk) is None
    inquiries.record(desk, draft_of())
    assert backups.back_up_if_changed(desk) is not None


def test_not_more_than_one_copy_in_half_an_hour(desk: Desk, clock: Clock) -> None:
    made = backups.back_up(desk.store)
    clock.now = made.made_at + timedelta(minutes=29)
    inquiries.record(desk, draft_of())
    assert backups.back_up_if_changed(desk) is None


def test_old_copies_are_thinned_to_one_a_day_and_the_newest_three_stay(desk: Desk) -> None:
    folder = desk.store.folder / FOLDER
    folder.mkdir(exist_ok=True)
    noon = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
    long_ago, earlier, later = (
        noon - timedelta(days=100),
        noon - timedelta(days=20),
        noon - timedelta(days=20, hours=-1),
    )
    for made_at in (long_ago, earlier, later):
        (folder / f"reception-{made_at:%Y%m%dT%H%M%S%fZ}-auto.db").write_bytes(b"")
    made = [backups.back_up(desk.store).made_at for _ in range(3)]
    assert {each.made_at for each in backups.all_of(desk.store)} == {later, *made}
