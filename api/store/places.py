"""Where the database and its keys are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.store.key_file import read_or_make_keys

DATABASE_NAME = "till-handling.db"
KEY_NAME = "store.key"


@dataclass(frozen=True, slots=True)
class Places:
    """folder : for what neither an address nor keys are given for; keys : the one that encrypts first"""

    folder: Path
    database_url: str | None = None
    keys: Sequence[str] = ()

    @property
    def address(self) -> str:
        """The database's, as SQLAlchemy writes addresses."""
        return self.database_url or f"sqlite:///{self.folder / DATABASE_NAME}"

    @property
    def key_file(self) -> Path | None:
        """The file of keys, None where they are given."""
        return None if self.keys else self.folder / KEY_NAME

    def read_keys(self) -> Sequence[str]:
        """The keys that were given, else those of the file, which is made where there is none."""
        return read_or_make_keys(self.key_file) if self.key_file else self.keys
