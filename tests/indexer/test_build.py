"""Content becomes a snapshot: what is planned, what is embedded, and that the same content gives the same bytes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from indexer.build import build_snapshot, plan_snapshot
from kb.embedding.embedder import Vectors
from kb.index.passages import embed
from kb.snapshot.manifest import Manifest
from kb.snapshot.open_snapshot import open_snapshot
from kb.snapshot.snapshot import COLLECTIONS, Snapshot
from tests.content_folder import ContentFolder, write_content
from tests.fakes.embedder import AxisEmbedder

SANERING = "guidance/sanering.md"


class RecordingEmbedder(AxisEmbedder):
    """Keeps the passages and the queries that it was asked to embed."""

    def __init__(self, *words: str) -> None:
        super().__init__(*words)
        self.passages: list[str] = []
        self.queries: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        self.queries += texts
        return super().embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.passages += texts
        return super().embed_passages(texts)


def _build(folder: ContentFolder, into: Path, embedder: AxisEmbedder, known: Snapshot | None = None) -> Manifest:
    into.mkdir()
    return build_snapshot(plan_snapshot(folder.read(), embedder.model_id), embedder, into, known, lambda *_: None)


def test_the_plan_holds_every_document_by_slug(folder: ContentFolder) -> None:
    library = plan_snapshot(folder.read(), "model").library
    assert [document.slug for document in library.guidance] == ["faltarbete", "sanering", "skramsel"]
    assert [area.slug for area in library.problem_areas] == ["klotter", "narkotika"]
    assert [expert.slug for expert in library.experts] == ["radgivare"]


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2024, 12, 31), False),  # the day before the publication begins
        (date(2025, 1, 1), True),
        (date(2099, 1, 1), True),
        (date(2099, 1, 2), False),  # the day after it has run out
    ],
)
def test_an_expert_is_planned_only_on_days_with_a_basis(folder: ContentFolder, day: date, is_there: bool) -> None:
    plan = plan_snapshot(replace(folder.read(), today=day), "model")
    assert bool(plan.library.experts) == is_there


def test_an_expert_withdrawn_today_is_not_planned(folder: ContentFolder) -> None:
    folder.change("experts/radgivare.md", "contact:", "  withdrawn: 2026-11-22\ncontact:")
    assert plan_snapshot(folder.read(), "model").library.experts == ()


def test_content_with_damaged_registers_is_not_planned(folder: ContentFolder) -> None:
    (folder.path / "registers" / "municipalities.csv").unlink()
    with pytest.raises(ValueError, match="registers are damaged; check the content before a build"):
        plan_snapshot(folder.read(), "model")


def test_the_same_content_gives_the_same_id_wherever_and_whenever_it_is_read(
    folder: ContentFolder, tmp_path: Path
) -> None:
    elsewhere = write_content(tmp_path / "elsewhere")
    first = plan_snapshot(folder.read(), "model")
    second = plan_snapshot(replace(elsewhere.read(), today=date(2027, 1, 1)), "model")
    assert first == second


def test_a_changed_word_changes_hash_and_id_and_a_changed_model_the_id_alone(folder: ContentFolder) -> None:
    before = plan_snapshot(folder.read(), "model")
    other_model = plan_snapshot(folder.read(), "other")
    folder.change(SANERING, "Räkna först.", "Räkna noga.")
    after = plan_snapshot(folder.read(), "model")
    assert other_model.content_hash == before.content_hash != after.content_hash
    assert len({before.snapshot_id, other_model.snapshot_id, after.snapshot_id}) == 3


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SANERING, "text: Ingen kostnad publicerad.", "text: Dyrt."),
        (SANERING, "    - klotter på skolans fasad", "    - klotter på stationen"),
        ("experts/radgivare.md", "hours_per_month: 10", "hours_per_month: 11"),
        ("registers/municipalities.csv", "114091", "114092"),
    ],
)
def test_what_is_not_shown_as_text_counts_as_content_too(folder: ContentFolder, name: str, old: str, new: str) -> None:
    before = plan_snapshot(folder.read(), "model").content_hash
    folder.change(name, old, new)
    assert plan_snapshot(folder.read(), "model").content_hash != before


def test_topics_without_an_answer_are_content_and_may_be_left_out(folder: ContentFolder) -> None:
    folder.add("outside-topics.txt", "bygglov för altan\n\n  tider för sophämtning  \n")
    plan = plan_snapshot(folder.read(), "model")
    assert plan.library.outside == ("bygglov för altan", "tider för sophämtning")
    (folder.path / "outside-topics.txt").unlink()
    without = plan_snapshot(folder.read(), "model")
    assert without.library.outside == ()
    assert without.content_hash != plan.content_hash


def test_the_same_content_builds_the_same_bytes(folder: ContentFolder, tmp_path: Path) -> None:
    embedder = AxisEmbedder("klotter", "park", "altan")
    first = _build(folder, tmp_path / "first", embedder)
    second = _build(folder, tmp_path / "second", embedder)
    assert len(first.files) > len(COLLECTIONS)
    for name in first.files:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes(), name
    assert replace(second, created=first.created) == first


def test_vectors_that_are_used_again_give_the_same_bytes_as_new_ones(folder: ContentFolder, tmp_path: Path) -> None:
    embedder = AxisEmbedder("klotter", "park")
    _build(folder, tmp_path / "old", embedder)
    folder.change(SANERING, "Räkna först.", "Räkna klotter.")
    anew = _build(folder, tmp_path / "anew", embedder)
    again = _build(folder, tmp_path / "again", embedder, open_snapshot(tmp_path / "old"))
    assert anew.files == again.files


def test_a_built_snapshot_opens_and_has_the_vector_of_each_passage(folder: ContentFolder, tmp_path: Path) -> None:
    embedder = AxisEmbedder("klotter", "park")
    manifest = _build(folder, tmp_path / "built", embedder)
    snapshot = open_snapshot(tmp_path / "built")
    assert snapshot.manifest == manifest
    assert manifest.n_documents == {"guidance": 3, "problem-areas": 2, "experts": 1}
    assert (manifest.model_id, manifest.dim) == ("axes@klotter-park", 2)
    for index in snapshot.indexes.by_name.values():
        vectors = index.vectors.vectors(np.arange(index.vectors.n_vectors))
        assert np.array_equal(vectors, embed(index.passages, embedder))
    titles = [p.indexed_text for p in snapshot.indexes.guidance.passages if p.field == "title"]
    assert titles[1].startswith("Snabb sanering av klotter. Snabb sanering av klotter prövas")


def test_each_text_is_embedded_once_however_often_it_stands(folder: ContentFolder, tmp_path: Path) -> None:
    folder.change(
        "guidance/faltarbete.md", "ungdomar köper narkotika i parken\nsources", "klotter på skolans fasad\nsources"
    )
    embedder = RecordingEmbedder("klotter")
    _build(folder, tmp_path / "built", embedder)
    assert embedder.queries.count("klotter på skolans fasad") == 1  # how a document is asked for is a query itself
    assert len(embedder.passages) == len(set(embedder.passages))
    assert len(embedder.queries) == len(set(embedder.queries))


def test_only_changed_passages_are_embedded_anew(folder: ContentFolder, tmp_path: Path) -> None:
    embedder = RecordingEmbedder("klotter")
    _build(folder, tmp_path / "old", embedder)
    folder.change(SANERING, "När problemet återkommer.", "När klotter återkommer.")
    embedder.passages.clear()
    _build(folder, tmp_path / "new", embedder, open_snapshot(tmp_path / "old"))
    assert embedder.passages == ["Snabb sanering av klotter. När passar metoden. När klotter återkommer."]


def test_a_new_title_is_the_context_of_all_passages_of_its_document_and_of_no_other(
    folder: ContentFolder, tmp_path: Path
) -> None:
    embedder = RecordingEmbedder("klotter")
    _build(folder, tmp_path / "old", embedder)
    folder.change(SANERING, "title: Snabb sanering av klotter", "title: Sanering")
    embedder.passages.clear()
    _build(folder, tmp_path / "new", embedder, open_snapshot(tmp_path / "old"))
    of_expert = [text for text in embedder.passages if text.startswith("Rådgivare")]
    assert of_expert == [
        "Rådgivare mot skadegörelse, Brå. Områden och metoder. Klotter; Sanering"
    ]  # it declares the method by its title
    assert {text.split(". ")[0] for text in embedder.passages if text not in of_expert} == {"Sanering"}
    assert len(embedder.passages) == len(["title"]) + 10 + len(of_expert)


def test_progress_is_told_from_nothing_to_all_of_each_step(folder: ContentFolder, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    embedder = RecordingEmbedder("klotter")
    into = tmp_path / "built"
    into.mkdir()
    plan = plan_snapshot(folder.read(), embedder.model_id)
    build_snapshot(plan, embedder, into, None, lambda *step: told.append(step))
    indexes = open_snapshot(into).indexes.by_name.values()
    n = len({(p.indexed_text, p.field == "phrasing") for index in indexes for p in index.passages})
    assert told == [
        ("embed", 0, n),
        ("embed", n, n),
        ("index", 0, 3),
        ("index", 1, 3),
        ("index", 2, 3),
        ("index", 3, 3),
    ]


def test_a_snapshot_without_any_expert_is_whole(folder: ContentFolder, tmp_path: Path) -> None:
    embedder = AxisEmbedder("klotter")
    (tmp_path / "built").mkdir()
    plan = plan_snapshot(replace(folder.read(), today=date(2024, 1, 1)), embedder.model_id)
    build_snapshot(plan, embedder, tmp_path / "built", None, lambda *_: None)
    snapshot = open_snapshot(tmp_path / "built")
    assert snapshot.experts == {}
    assert snapshot.indexes.experts.vectors.n_vectors == 0
