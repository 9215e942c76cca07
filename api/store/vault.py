"""Text made unreadable to whoever has the database without the key, and prints of what is looked up.

Keys are Fernet's (AES-128 in CBC mode with HMAC-SHA256). The first one encrypts, all of them decrypt, so that a new key
is put first and the old one leaves once everything has been encrypted anew.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from api.store.errors import StoreKeyUnusable


class Vault:
    """Encrypts with the first of the keys, decrypts with any.

    Raises
    ------
    StoreKeyUnusable : there is no key, or one of them is none of Fernet's
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise StoreKeyUnusable("no key; set KB_STORE_KEY, or unset it to have one made")
        self._fernet = MultiFernet([_read_key(key, number) for number, key in enumerate(keys, 1)])
        self._secrets = [urlsafe_b64decode(key) for key in keys]

    def seal(self, text: str) -> str:
        """The text encrypted, different each time."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text that was sealed.

        Raises
        ------
        StoreKeyUnusable : none of the keys sealed it, or it was changed
        """
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise StoreKeyUnusable(
                "something stored does not open; start with the key it was written with, also after a restore"
            ) from error

    def reseal(self, sealed: str) -> str:
        """The same text sealed with the first key.

        Raises
        ------
        StoreKeyUnusable : none of the keys sealed it
        """
        return self.seal(self.open(sealed))

    def print_of(self, purpose: str, text: str) -> str:
        """What the text is looked up by: the same for the same text, of no use without the key; 64 hexadecimal digits.

        purpose : texts of different purposes have different prints
        """
        return self.prints_of(purpose, text)[0]

    def prints_of(self, purpose: str, text: str) -> list[str]:
        """The print by each of the keys, the first first: what was stored before a new key is found as well."""
        message = f"{purpose}\0{text}".encode()
        return [hmac.new(secret, message, hashlib.sha256).hexdigest() for secret in self._secrets]


def new_key() -> str:
    """A key that nobody has had."""
    return Fernet.generate_key().decode("ascii")


def _read_key(key: str, number: int) -> Fernet:
    try:
        return Fernet(key)
    except ValueError as error:  # the key itself is not told
        raise StoreKeyUnusable(
            f"key {number} of the store is none: 32 bytes in base64 are; make one with `kb database new-key`"
        ) from error
