"""The guidance of earlier snapshots, for telling what has changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from kb.documents import Guidance, Library
from kb.snapshot.files import hash_file
from kb.snapshot.manifest import Manifest, list_manifests
from kb.snapshot.write_snapshot import DOCUMENTS

MAX_READ = 5


@dataclass(frozen=True, slots=True)
class Generation:
    """created : when the snapshot was built, UTC; guidance : by slug."""

    snapshot_id: str
    created: datetime
    guidance: Mapping[str, Guidance]


def make_generation(manifest: Manifest, guidance: Mapping[str, Guidance]) -> Generation:
    return Generation(manifest.id, datetime.fromisoformat(manifest.created), guidance)


def read_earlier_generations(folder: Path, current: Manifest, most: int = MAX_READ) -> list[Generation]:
    """The newest snapshots in folder that are older than current, newest first, at most so many.

    One that is damaged, or of a format whose documents cannot be read any more, is left out: it is history, nobody is
    served from it.
    """
    older = (manifest for manifest in list_manifests(folder) if manifest.created < current.created)
    read = (_read(folder / manifest.id / DOCUMENTS, manifest) for manifest in older)
    return list(islice((generation for generation in read if generation), most))


def _read(path: Path, manifest: Manifest) -> Generation | None:
    try:
        if hash_file(path) != manifest.files.get(DOCUMENTS):
            return None
        library = msgspec.json.decode(path.read_bytes(), type=Library)
    except (OSError, msgspec.DecodeError):
        return None
    return make_generation(manifest, {document.slug: document for document in library.guidance})
