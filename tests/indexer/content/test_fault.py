"""A fault is one line: where, what, the value met, the way out."""

from pathlib import Path

from indexer.content.fault import Fault


def test_a_fault_reads_as_path_line_fault_value_and_way_out() -> None:
    fault = Fault(
        path=Path("content/guidance/est.md"),
        line=12,
        fault="unknown problem-area",
        value="'klottr'",
        way_out="did you mean 'klotter'?",
    )
    assert str(fault) == "content/guidance/est.md:12: unknown problem-area; 'klottr'; did you mean 'klotter'?"


def test_a_warning_says_that_it_is_one() -> None:
    warning = Fault(path=Path("est.md"), line=1, fault="no cost", value="nothing", way_out="add it", is_warning=True)
    assert str(warning) == "est.md:1: warning: no cost; nothing; add it"


def test_a_value_of_several_lines_is_told_on_one() -> None:
    fault = Fault(
        path=Path("est.md"), line=3, fault="kind has an unknown value", value="flera\n  rader\n", way_out="choose"
    )
    assert str(fault) == "est.md:3: kind has an unknown value; flera rader; choose"


def test_faults_sort_by_path_and_then_by_line_as_a_number() -> None:
    ninth, tenth = (
        Fault(path=Path("a.md"), line=9, fault="z", value="", way_out=""),
        Fault(path=Path("a.md"), line=10, fault="a", value="", way_out=""),
    )
    other = Fault(path=Path("b.md"), line=1, fault="a", value="", way_out="")
    assert sorted([other, tenth, ninth]) == [ninth, tenth, other]
