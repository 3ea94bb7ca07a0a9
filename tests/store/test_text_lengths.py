"""What the form calls too long is what the database would refuse."""

import pytest

from reception.rules.text_lengths import LENGTHS
from reception.store.fields import Text
from reception.store.models import ROWS


@pytest.mark.parametrize("kind", LENGTHS, ids=lambda kind: kind.__name__)
def test_the_form_and_the_database_agree_on_every_length(kind: type):
    columns = ROWS[kind]._meta.fields.values()
    lengths = {column.name: column.limit for column in columns if isinstance(column, Text)}
    lengths.pop("password_hash", None)
    assert dict(LENGTHS[kind]) == lengths
