"""A snapshot as a value: an immutable build of documents and their indexes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.documents import Expert, Guidance, ProblemArea
from kb.index.domain import Domain
from kb.index.passage_index import Index
from kb.registers import Registers
from kb.snapshot.manifest import Manifest
from kb.urgency.recogniser import Recogniser

COLLECTIONS = ("guidance", "problem-areas", "experts")
"""The kinds of documents, as a manifest and the folders of a snapshot name them."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """One index for each kind of document."""

    guidance: Index
    problem_areas: Index
    experts: Index

    @property
    def by_name(self) -> Mapping[str, Index]:
        """In the order of COLLECTIONS."""
        return dict(zip(COLLECTIONS, (self.guidance, self.problem_areas, self.experts), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Documents by slug, registers, one index for each kind of document, and the words in them with counts."""

    manifest: Manifest
    guidance: Mapping[str, Guidance]
    problem_areas: Mapping[str, ProblemArea]
    experts: Mapping[str, Expert]
    registers: Registers
    indexes: Indexes
    domain: Domain | None = None
    danger: Recogniser | None = None
    words: Mapping[str, int] = field(default_factory=dict)
