"""The content, checked: every fault of a run, in order, each once."""

from pathlib import Path

from indexer.check import errors_among
from indexer.content.fault import Fault
from tests.content_folder import ContentFolder


def test_content_without_faults_has_nothing_told(folder: ContentFolder) -> None:
    assert folder.check() == []


def test_faults_of_every_rule_and_file_are_told_in_one_run(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "kind: metod", "kind: metodik")
    folder.change("guidance/sanering.md", "## Så gör ni", "## Så gör du")
    folder.change("guidance/faltarbete.md", "- sanering\n", "- sanerin\n")
    folder.change("problem-areas/klotter.md", "narkotika.md", "narkotik.md")
    folder.change("experts/radgivare.md", '"1280"', '"9999"')
    assert [(fault.path.name, fault.fault) for fault in folder.check()] == [
        ("radgivare.md", "unknown municipality"),
        ("faltarbete.md", "unknown guidance"),
        ("sanering.md", "kind has an unknown value"),
        ("sanering.md", "unknown heading"),
        ("klotter.md", "dead link"),
    ]


def test_faults_are_sorted_by_path_and_line(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "## Juridik", "## Juristik")
    folder.change("guidance/faltarbete.md", "## Juridik", "## Juristik")
    faults = folder.check()
    assert faults == sorted(faults)
    assert len(faults) == 2 * len(["heading is missing", "unknown heading"])


def test_every_fault_names_path_line_value_and_way_out(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "kind: metod", "kind: metodik")
    assert [str(fault) for fault in folder.check()] == [
        f"{folder.path}/guidance/sanering.md:3: kind has an unknown value; metodik; did you mean 'metod'?"
    ]


def test_the_same_fault_met_twice_is_told_once(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "## Exempel\n", "## Exempel\n\nEn [x](borta.md) och en [y](borta.md).\n")
    assert [fault.fault for fault in folder.check()] == ["dead link"]


def test_warnings_do_not_stop_a_build() -> None:
    error = Fault(path=Path("a.md"), line=1, fault="dead link", value="b.md", way_out="mend it")
    warning = Fault(path=Path("a.md"), line=1, fault="no cost", value="nothing", way_out="add it", is_warning=True)
    assert errors_among([warning, error]) == [error]
