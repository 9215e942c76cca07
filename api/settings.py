"""What a deployment chooses, from the environment: each field of Settings by its name after KB_, as KB_READERS."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """snapshots: folder of snapshots; model: an embedding model folder, None for the one that ships.

    public_url: where people reach the service, without a slash at the end; None for the address that a request names
    max_body_bytes: of any body but an uploaded file; readers: files read at the same time, at least 1
    widget_origins: sites whose pages may search, `*` for all
    widget_keys: public keys given out, none when no key is asked for
    widget_files: folder where every version of the widget that was served is kept, None to serve today's alone
    """

    snapshots: Path = Path("snapshots")
    model: Path | None = None
    max_body_bytes: int = 1_000_000
    public_url: str | None = None
    readers: int = 2
    widget_origins: tuple[str, ...] = ("*",)
    widget_keys: frozenset[str] = frozenset()
    widget_files: Path | None = None


def read_settings() -> Settings:
    """The settings of the environment, with defaults for what it leaves out."""
    defaults = Settings()
    model, files = os.environ.get("KB_MODEL"), os.environ.get("KB_WIDGET_FILES")
    return Settings(
        snapshots=Path(os.environ.get("KB_SNAPSHOTS", defaults.snapshots)),
        model=Path(model) if model else None,
        max_body_bytes=int(os.environ.get("KB_MAX_BODY_BYTES", defaults.max_body_bytes)),
        public_url=os.environ.get("KB_PUBLIC_URL", "").rstrip("/") or None,
        readers=int(os.environ.get("KB_READERS", defaults.readers)),
        widget_origins=tuple(_words("KB_WIDGET_ORIGINS")) or defaults.widget_origins,
        widget_keys=frozenset(_words("KB_WIDGET_KEYS")),
        widget_files=Path(files) if files else None,
    )


def _words(name: str) -> list[str]:
    """Values parted by commas or spaces."""
    return os.environ.get(name, "").replace(",", " ").split()
