"""Snapshots of one document of each kind, on disk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kb.documents import Phrasings
from kb.registers import Municipality, Registers
from kb.snapshot.manifest import MANIFEST
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.small_snapshot import make_snapshot, save_snapshot

EMBEDDER = AxisEmbedder("eld", "knark")
ASKED_AS = Phrasings(("eld",), ())
REGISTERS = Registers(
    (
        Municipality(
            code="1490",
            name="Borås",
            official_name="Borås kommun",
            county_code="14",
            county_name="Län",
            police_region="Väst",
            population=114872,
            population_year=2024,
        ),
    ),
    (),
    (),
)


def write(folder: Path, snapshot_id: str = "one", created: str = "2026-11-22T10:00:00+00:00") -> Path:
    """A snapshot of one document of each kind on disk."""
    made = make_snapshot(
        EMBEDDER,
        [make_guidance("brand", "Eld", asked_as=ASKED_AS)],
        [make_expert("x")],
        [make_area("narkotika", "Knark")],
        outside=("knark",),
        snapshot_id=snapshot_id,
        created=created,
    )
    (folder / snapshot_id).mkdir(parents=True)
    save_snapshot(made, folder / snapshot_id, REGISTERS)
    return folder / snapshot_id


def change_manifest(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    change(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
