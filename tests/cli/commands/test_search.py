"""`kb search`: hits as text and as JSON, filtered, sorted and explained."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indexer.publish import publish
from kb.embedding.embedder import Embedder
from kb.snapshot.pointer import read_pointer
from tests.content_folder import ContentFolder
from tests.fakes.embedder import AxisEmbedder

Run = Callable[..., tuple[int, str, str]]
Search = Callable[..., tuple[int, str, str]]


@pytest.fixture
def search(run: Run, small_snapshots: Path) -> Search:
    """`kb search` of the small content."""
    return lambda *arguments: run("search", *arguments, "--snapshots", small_snapshots)


def _as_json(search: Search, *arguments: str) -> dict[str, Any]:
    code, out, err = search(*arguments, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_hit_has_its_title_slug_relevance_evidence_and_best_passage(search: Search) -> None:
    code, out, err = search("klotter på skolans fasad")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == ["", "1. Snabb sanering av klotter  [sanering]"]
    assert lines[2].startswith("   relevans ")
    assert lines[2].endswith(" · evidens: oklar, effekten är inte känd · prövas")
    assert lines[3:5] == [
        "   Snabb sanering av klotter prövas på platser där problemet kommer tillbaka vecka efter vecka.",
        "   > I korthet: Snabb sanering av klotter: klotter på skolans fasad.",
    ]
    assert "poäng" not in out


def test_explain_adds_what_each_signal_is_worth(search: Search) -> None:
    _, out, _ = search("klotter på skolans fasad", "--explain")
    assert out.splitlines()[5].startswith("   poäng: ")


def test_json_has_the_shape_of_the_api(search: Search, small_snapshots: Path) -> None:
    found = _as_json(search, "klotter på skolans fasad")
    assert found["query"] == "klotter på skolans fasad"
    assert found["answered"] is True
    assert found["n_hits"] == len(found["hits"])
    assert found["snapshot"] == read_pointer(small_snapshots)
    hit = found["hits"][0]
    assert (hit["slug"], hit["kind"], hit["rating"], hit["recommendation"]) == ("sanering", "metod", "oklar", "prövas")
    assert 0 <= hit["relevance"] <= 1
    passage = hit["passages"][0]
    marked = [passage["text"][first:last] for first, last in passage["highlights"]]
    assert "klotter" in marked


def test_json_keeps_swedish_letters(search: Search) -> None:
    _, out, _ = search("klotter på skolans fasad", "--json")
    assert "prövas" in out


def test_what_is_advised_against_is_shown_with_a_warning_and_never_among_the_hits(search: Search) -> None:
    query = "ta med ungdomar på fängelse"
    assert (
        "\nFrågan liknar något som ni bör låta bli:\n\n! Skrämsel med fängelsebesök  [skramsel]\n" in search(query)[1]
    )
    found = _as_json(search, query)
    assert [hit["slug"] for hit in found["advised_against"]] == ["skramsel"]
    assert "skramsel" not in [hit["slug"] for hit in found["hits"]]


def test_a_query_about_something_else_gets_questions_and_the_nearest_topics(search: Search) -> None:
    code, out, _ = search("ansöka om bygglov för altan")
    assert code == 0
    assert out.splitlines()[0] == "Inget passar tillräckligt bra. Det här skulle hjälpa:"
    assert out.splitlines()[-1].startswith("Närmaste ämnen: ")
    found = _as_json(search, "ansöka om bygglov för altan")
    assert (found["answered"], found["hits"]) == (False, [])
    assert found["questions"]


def test_signs_that_take_something_away_are_told(search: Search) -> None:
    _, out, _ = search('"fasad på skola"')
    assert out.startswith("Inget dokument har orden i just den ordningen: ”fasad på skola”. Ta bort citattecknen")
    _, out, _ = search("klotter och narkotika -fasad")
    assert out.startswith("Det som har ordet ”fasad” är inte med.")


def test_n_is_how_many_hits_are_shown_of_all(search: Search) -> None:
    found = _as_json(search, "klotter och narkotika", "-n", "1")
    assert found["n_hits"] == 2
    assert len(found["hits"]) == 1


def test_filters_leave_out_what_does_not_have_the_value(search: Search) -> None:
    found = _as_json(search, "klotter och narkotika", "--filter", "setting=fritid")
    assert [hit["slug"] for hit in found["hits"]] == ["faltarbete"]


def test_two_values_of_a_facet_are_either_and_two_facets_are_both(search: Search) -> None:
    either = _as_json(search, "klotter och narkotika", "--filter", "setting=fritid", "--filter", "setting=skola")
    assert {hit["slug"] for hit in either["hits"]} == {"faltarbete", "sanering"}
    both = _as_json(search, "klotter och narkotika", "--filter", "setting=fritid", "--filter", "rating=oklar")
    assert both["hits"] == []


def test_filters_that_leave_nothing_are_told_with_what_to_drop(search: Search) -> None:
    code, out, _ = search("klotter och narkotika", "--filter", "setting=fritid", "--filter", "rating=oklar")
    assert code == 0
    assert out.splitlines()[:6] == [
        "Filtren lämnar ingen kvar av 2 träffar.",
        "  --filter setting=fritid utesluter 1 träff",
        "  --filter rating=oklar utesluter 1 träff",
        "  Utan --filter setting=fritid: 1 träff",
        "  Utan --filter rating=oklar: 1 träff",
        "  Utan något av dem: 2 träffar",
    ]


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("setting", "filter 'setting' is not FACET=VALUE; write for example setting=skola"),
        ("setting=fritd", "no document has setting 'fritd'; did you mean 'fritid'?"),
        ("setting=xyz", "no document has setting 'xyz'; choose among fritid, skola"),
        ("setting=", "no document has setting ''; choose among fritid, skola"),
        ("plats=skola", "unknown filter 'plats'; choose among rating, certainty, "),
    ],
)
def test_a_filter_of_nothing_is_told(search: Search, pair: str, told: str) -> None:
    code, out, err = search("klotter", "--filter", pair)
    assert (code, out) == (1, "")
    assert err.startswith(f"kb: {told}")


def test_hits_can_be_sorted_by_evidence(run: Run, folder: ContentFolder, embedder: Embedder, tmp_path: Path) -> None:
    alike = folder.text("guidance/sanering.md").replace("Snabb sanering av klotter", "Sanering av klotter")
    alike = alike.replace("- klotter på skolans fasad", "- klotter på skolans väggar").replace(
        "ingen studie", "översikt"
    )
    alike = alike.replace("effect: inte känt\n    certainty: mycket låg", "effect: minskar\n    certainty: hög")
    folder.add("guidance/klotter-bort.md", alike)
    publish(folder.read(), embedder, tmp_path / "snapshots", lambda *_: None)

    def slugs(sort: str) -> list[str]:
        query = ("search", "snabb sanering av klotter på skolans fasad", "--sort", sort)
        _, out, _ = run(*query, "--json", "--snapshots", tmp_path / "snapshots")
        return [hit["slug"] for hit in json.loads(out)["hits"]][:2]

    assert slugs("relevance") == ["sanering", "klotter-bort"]
    assert slugs("evidence") == ["klotter-bort", "sanering"]


@pytest.mark.parametrize("query", ["", "  ", "?!", "\x00"])
def test_a_query_without_words_is_told(search: Search, query: str) -> None:
    code, out, err = search(query)
    assert (code, out) == (1, "")
    assert err == "kb: the query has no word in it; describe the problem in a few words\n"


def test_a_query_over_the_limit_is_told(search: Search) -> None:
    code, _, err = search("klotter " * 3000)
    assert code == 1
    assert err == "kb: the query has 24000 characters; at most 20000 are read, shorten it\n"


def test_a_folder_without_a_snapshot_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("search", "klotter", "--snapshots", tmp_path)
    assert (code, out) == (1, "")
    assert err == f"kb: {tmp_path}: no snapshot has been published; build one with `kb index`\n"


def test_a_damaged_snapshot_is_told_and_not_searched(run: Run, folder: ContentFolder, tmp_path: Path) -> None:
    snapshots = tmp_path / "snapshots"
    manifest = publish(folder.read(), AxisEmbedder("klotter"), snapshots, lambda *_: None).manifest
    (snapshots / manifest.id / "guidance" / "vectors.faiss").write_bytes(b"half")
    code, out, err = run("search", "klotter", "--snapshots", snapshots)
    assert (code, out) == (1, "")
    assert "vectors.faiss: changed, SHA-256" in err
    assert "kb rollback" in err


def test_a_snapshot_of_another_model_is_told(run: Run, folder: ContentFolder, tmp_path: Path) -> None:
    publish(folder.read(), AxisEmbedder("klotter"), tmp_path / "snapshots", lambda *_: None)
    code, _, err = run("search", "klotter", "--snapshots", tmp_path / "snapshots")
    assert code == 1
    assert err.startswith("kb: the snapshot was built with model axes@klotter, the configured one is till-handling-sv@")


def test_who_can_help_stands_last_with_the_way_in(run: Run, snapshots: Path) -> None:
    _, out, _ = run("search", "unga rekryteras till gäng", "-n", "1", "--snapshots", snapshots)
    _, helpers = out.split("\nVem kan hjälpa:\n")
    assert 2 <= helpers.count("   vägen in: ") <= 3
    _, refused, _ = run("search", "vilken temperatur har solens yta", "--snapshots", snapshots)
    assert "Vem kan hjälpa" not in refused
