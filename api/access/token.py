"""Secrets that are handed out once and kept as a hash alone: whoever reads the database cannot use them."""

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """A secret that cannot be guessed, fit for an address and a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """SHA-256 in hex. A token is random, so that nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
