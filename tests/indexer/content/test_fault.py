"""A fault is one line: where, what, the value met, the way out."""

from pathlib import Path

from indexer.content.fault import Fault


def test_a_fault_reads_as_path_line_fault_value_and_way_out() -> None:
    fault = Fault(Path("content/guidance/est.md"), 12, "unknown problem-area", "'klottr'", "did you mean 'klotter'?")
    assert str(fault) == "content/guidance/est.md:12: unknown problem-area; 'klottr'; did you mean 'klotter'?"


def test_a_warning_says_that_it_is_one() -> None:
    warning = Fault(Path("est.md"), 1, "no cost", "nothing", "add it", is_warning=True)
    assert str(warning) == "est.md:1: warning: no cost; nothing; add it"


def test_a_value_of_several_lines_is_told_on_one() -> None:
    fault = Fault(Path("est.md"), 3, "kind has an unknown value", "flera\n  rader\n", "choose")
    assert str(fault) == "est.md:3: kind has an unknown value; flera rader; choose"


def test_faults_sort_by_path_and_then_by_line_as_a_number() -> None:
    ninth, tenth = Fault(Path("a.md"), 9, "z", "", ""), Fault(Path("a.md"), 10, "a", "", "")
    other = Fault(Path("b.md"), 1, "a", "", "")
    assert sorted([other, tenth, ninth]) == [ninth, tenth, other]
