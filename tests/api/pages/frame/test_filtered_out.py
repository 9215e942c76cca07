"""Where filters leave nothing: the words, and the same page with fewer of them."""

from api.languages import load_strings
from api.pages.frame.filtered_out import ToldFilteredOut, Way, tell_filtered_out
from kb.search.filtered_out import FilteredOut


def _tell(found: FilteredOut | None, **filters: str) -> ToldFilteredOut | None:
    def link(kept: object) -> str:
        return f"/sok?{kept}"

    return tell_filtered_out(found, filters, link, "{} st".format, "filtered_out_filters", load_strings("sv"))


def test_each_way_leaves_one_out_and_the_last_leaves_all_out() -> None:
    assert _tell(FilteredOut(5, {"b": 2}, {"b": 5, "a": 3}), a="Evidens (Stark)", b="Plats (Skola)") == ToldFilteredOut(
        "Filtren lämnar ingen kvar av 5 st.",
        ("Plats (Skola) utesluter 5 st", "Evidens (Stark) utesluter 3 st"),
        (Way("Utan Plats (Skola): 2 st", "/sok?['a']"), Way("Utan något av dem: 5 st", "/sok?()")),
    )


def test_of_a_single_filter_there_is_one_way() -> None:
    told = _tell(FilteredOut(5, {"a": 5}, {"a": 5}), a="Evidens (Stark)")
    assert told
    assert told.causes == ()
    assert [way.label for way in told.ways] == ["Utan Evidens (Stark): 5 st"]


def test_where_the_filters_took_nothing_away_nothing_is_told() -> None:
    assert _tell(None, a="Evidens (Stark)") is None
