"""A snapshot written to a folder, its manifest last."""

from dataclasses import replace
from pathlib import Path

import msgspec

from kb.documents import Library
from kb.index.domain import Domain, save_domain
from kb.index.passage_index import save_index
from kb.index.passages import count_words
from kb.registers import Registers
from kb.snapshot.files import hash_file, sync
from kb.snapshot.manifest import MANIFEST, Manifest, list_files
from kb.snapshot.snapshot import Indexes
from kb.urgency.recogniser import Recogniser, save_recogniser

DOCUMENTS, REGISTERS, WORDS = "documents.json", "registers.json", "words.json"


def write_snapshot(
    folder: Path,
    manifest: Manifest,
    library: Library,
    registers: Registers,
    indexes: Indexes,
    domain: Domain | None,
    danger: Recogniser | None = None,
) -> Manifest:
    """Write a snapshot into folder, which exists and is empty. Returns the manifest with the file hashes."""
    _write_json(folder / DOCUMENTS, library)
    _write_json(folder / REGISTERS, registers)
    for name, index in indexes.by_name.items():
        save_index(index, folder / name)
    passages = (passage for index in indexes.by_name.values() for passage in index.passages)
    _write_json(folder / WORDS, count_words(passages))
    if domain is not None:
        save_domain(domain, folder)
    if danger is not None:
        save_recogniser(danger, folder)
    files = list_files(folder)
    described = replace(manifest, files={name: hash_file(path) for name, path in files.items()})
    for path in files.values():
        sync(path)
    _write_json(folder / MANIFEST, described)
    sync(folder / MANIFEST)
    sync(folder)
    return described


def _write_json(path: Path, value: object) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1))
