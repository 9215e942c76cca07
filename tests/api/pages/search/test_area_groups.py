"""Problem areas are grouped by their first focus area, once each; themes stand last."""

from api.pages.search.area_groups import group_areas
from tests.builders import make_area


def test_an_area_stands_once_under_its_first_focus_area() -> None:
    areas = [make_area("b", focus_areas=("F5", "F2")), make_area("a", focus_areas=("F5",))]
    (group,) = group_areas(areas)
    assert (group.key, [area.slug for area in group.areas]) == ("F5", ["a", "b"])


def test_problems_outside_the_focus_areas_come_before_the_themes() -> None:
    areas = [make_area("tema", kind="stödtema", focus_areas=("F1",)), make_area("fritt", focus_areas=())]
    assert [group.key for group in group_areas(areas)] == ["other", "support"]


def test_areas_stand_by_their_title_in_the_language() -> None:
    areas = [make_area("x", title="Zon", title_en="Arson"), make_area("y", title="Brand", title_en="Theft")]
    assert [area.slug for area in group_areas(areas, "en")[0].areas] == ["x", "y"]
    assert [area.slug for area in group_areas(areas, "sv")[0].areas] == ["y", "x"]
