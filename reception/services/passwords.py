"""Passwords: kept as Argon2id hashes, never as they are typed."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB = 64 * 1024
PASSES = 3
LONGEST = 1024


class Passwords:
    """Makes and checks password hashes.

    Args:
        memory_kib: memory of one hash; the default makes guessing dear and costs a person about 0.1 s.
        passes: rounds over that memory.

    A check takes what it needs from the hash itself, therefore hashes of different cost live side by side.
    """

    def __init__(self, memory_kib: int = MEMORY_KIB, passes: int = PASSES) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
        self._decoy = ""

    def hash(self, password: str) -> str:
        """Give the hash to keep."""
        return self._hasher.hash(_encoded(password))

    def match(self, password_hash: str, password: str) -> bool:
        """Tell whether a password is the one behind a hash."""
        if len(password) > LONGEST:
            return False
        try:
            return self._hasher.verify(password_hash, _encoded(password))
        except (VerificationError, InvalidHashError):
            return False

    def match_nobody(self, password: str) -> None:
        """Take as long as a check takes, so that a stranger cannot tell by the clock which names exist."""
        self._decoy = self._decoy or self._hasher.hash(secrets.token_bytes(16))
        self.match(self._decoy, password)


def _encoded(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


PASSWORDS = Passwords()
"""The cost that the product uses."""
