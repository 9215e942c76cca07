"""The file of keys that the first start makes: one a line, the one that encrypts first."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from api.store.vault import new_key


def read_or_make_keys(path: Path) -> list[str]:
    """The keys of the file; where there is none it is made, with one key, for its owner alone to read."""
    with suppress(FileExistsError):
        _write_new(path, [new_key()])
    return path.read_text(encoding="ascii").split()


def put_first(path: Path, key: str) -> None:
    """Have a key encrypt from the next start on; those that were there go on decrypting."""
    _replace(path, [key, *read_or_make_keys(path)])


def keep_first(path: Path) -> None:
    """Take out all keys but the first."""
    _replace(path, read_or_make_keys(path)[:1])


def _write_new(path: Path, keys: Sequence[str]) -> None:
    """Whole or not at all: another process that starts meanwhile must never read half a key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists():
        raise FileExistsError(path)
    written = _write_aside(path, keys)
    try:
        os.link(written, path)  # unlike a rename it refuses when another process was first
    finally:
        written.unlink()


def _replace(path: Path, keys: Sequence[str]) -> None:
    _write_aside(path, keys).replace(path)


def _write_aside(path: Path, keys: Sequence[str]) -> Path:
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())
    return aside
