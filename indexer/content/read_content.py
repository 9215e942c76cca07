"""A content folder, read: every file with its validated front matter, and the registers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from indexer.content import front_matter
from indexer.content.fault import Fault
from indexer.content.nearest import did_you_mean
from indexer.content.read_danger import FOLDER as DANGER
from indexer.content.read_danger import read_danger
from indexer.content.read_examples import FOLDER as EXAMPLES
from indexer.content.read_examples import PlacedExample, read_examples
from indexer.content.read_markdown import ContentFile, Location, read_file
from indexer.content.read_registers import read_registers
from indexer.content.read_rows import Placed
from kb.documents import DangerExample
from kb.errors import RegisterDamaged
from kb.registers import Registers

OUTSIDE = "outside-topics.txt"
DEMO = "demo"
"""Folder of what is made up, which is read only when it is asked for."""
MODELS: Mapping[str, type[BaseModel]] = {
    "guidance": front_matter.Guidance,
    "problem-areas": front_matter.ProblemArea,
    "experts": front_matter.Expert,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A content file and its front matter; model is None when the front matter is faulty.

    demo : it lies in the folder of the demonstration, and is made up
    """

    collection: str
    file: ContentFile
    model: BaseModel | None
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """entries by collection and path, what is made up last; registers is None when one is damaged.

    today : decides what is overdue
    outside : the lines of `outside-topics.txt`, queries that have no answer here; none when there is no such file
    examples : of queries and what answers them, from the files in `examples`
    danger : of what tells of somebody in danger, from the files in `danger`
    """

    folder: Path
    entries: Sequence[Entry]
    registers: Registers | None
    faults: Sequence[Fault]
    today: date
    outside: Sequence[str] = ()
    examples: Sequence[PlacedExample] = ()
    danger: Sequence[Placed[DangerExample]] = ()

    def of(self, collection: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.collection == collection]

    def slugs(self, collection: str) -> list[str]:
        return [entry.file.slug for entry in self.of(collection)]


def read_content(folder: Path, today: date, *, with_demo: bool = False) -> Content:
    """All of a content folder; what is faulty stands in faults, nothing is raised for it.

    with_demo : the made-up experts of the demonstration too
    """
    entries: list[Entry] = []
    faults: list[Fault] = []
    for collection in MODELS:
        paths = sorted((folder / collection).rglob("*.md"))
        if not paths:
            faults.append(
                Fault(
                    path=folder / collection,
                    line=1,
                    fault="no document",
                    value="empty or missing folder",
                    way_out="add a .md file",
                )
            )
        for path in paths:
            entry, found = _read_entry(path, collection)
            entries.append(entry)
            faults += found
    for path in sorted((folder / DEMO / "experts").rglob("*.md")) if with_demo else []:
        entry, found = _read_entry(path, "experts")
        entries.append(replace(entry, demo=True))
        faults += found
    registers, register_faults = _registers(folder / "registers")
    outside, outside_faults = _outside(folder / OUTSIDE)
    examples, example_faults = read_examples(folder / EXAMPLES)
    danger, danger_faults = read_danger(folder / DANGER)
    return Content(
        folder=folder,
        entries=entries,
        registers=registers,
        faults=[*faults, *register_faults, *outside_faults, *example_faults, *danger_faults],
        today=today,
        outside=outside,
        examples=examples,
        danger=danger,
    )


def read_as_reviewed(folder: Path) -> Content:
    """The content on the last day that something in it was reviewed: the same, whenever it is read."""
    content = read_content(folder, date.min)
    reviewed = (getattr(entry.model, "reviewed", date.min) for entry in content.entries)
    return replace(content, today=max(reviewed, default=date.min))


def _read_entry(path: Path, collection: str) -> tuple[Entry, list[Fault]]:
    file = read_file(path)
    value, found = (None, []) if file.faults and not file.meta else _validate(file, MODELS[collection])
    return Entry(collection, file, value), [*file.faults, *found]


def _outside(path: Path) -> tuple[list[str], list[Fault]]:
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        return [], [
            Fault(path=path, line=1, fault="not UTF-8", value=f"byte {error.start}", way_out="save the file as UTF-8")
        ]
    return [line.strip() for line in text.splitlines() if line.strip()], []


def _registers(folder: Path) -> tuple[Registers | None, list[Fault]]:
    try:
        return read_registers(folder), []
    except RegisterDamaged as error:
        return None, [Fault(path=folder, line=1, fault="register damaged", value=str(error), way_out="mend the file")]


def _validate(file: ContentFile, model: type[BaseModel]) -> tuple[BaseModel | None, list[Fault]]:
    try:
        return model.model_validate(dict(file.meta)), []
    except ValidationError as error:
        return None, [_schema_fault(file, model, details) for details in error.errors()]


def _schema_fault(file: ContentFile, model: type[BaseModel], details: ErrorDetails) -> Fault:
    is_unknown = details["type"] == "extra_forbidden"
    location: Location = tuple(part for part in details["loc"] if is_unknown or not _is_union_branch(part))
    name = ".".join(map(str, location)) or "front matter"
    met = str(details["input"])[:80] if details["type"] != "missing" else "nothing"
    if is_unknown:
        way_out = _field_hint(model, str(location[0])) if len(location) == 1 else "remove it"
        return file.fault(location, f"unknown field {name}", met, way_out)
    if details["type"] == "literal_error":
        allowed = [value.strip("' ") for value in _expected(details).replace(" or ", ",").split(",")]
        return file.fault(location, f"{name} has an unknown value", met, did_you_mean(str(details["input"]), allowed))
    if details["type"] == "missing":
        return file.fault(location, f"{name} is missing", met, "add the field")
    return file.fault(location, f"{name}: {details['msg']}", met, "see the field in docs/editorial.md")


def _is_union_branch(part: str | int) -> bool:
    return isinstance(part, str) and ("[" in part or part.startswith("literal"))


def _expected(details: ErrorDetails) -> str:
    return str(details.get("ctx", {}).get("expected", ""))


def _field_hint(model: type[BaseModel], name: str) -> str:
    known = [field.alias or key for key, field in model.model_fields.items()]
    return did_you_mean(name, known) + ", or remove it"
