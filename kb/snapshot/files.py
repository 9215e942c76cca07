"""Files of a snapshot: hashed, and on disk for certain."""

import hashlib
import os
from pathlib import Path


def hash_file(path: Path) -> str:
    """SHA-256 of the file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have the system write the file or folder to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
