"""The scores of the order on the map; the table of the page tells the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from api.formats import write_number
from api.pages.charts.choropleth import Mark, Place, draw_choropleth
from kb.national.map.areas import is_severe
from kb.national.map.classes import ValueClass, class_values
from kb.national.map.outlines import frame_outlines, load_outlines
from kb.national.priority.priority import Priority, PriorityRow

N_NAMED = 5


@dataclass(frozen=True, slots=True)
class DrawnScores:
    """classes : of scores of 100, in their shades"""

    drawing: Markup
    classes: tuple[ValueClass, ...]


def draw_scores(priority: Priority, chosen: str, t: Mapping[str, str]) -> DrawnScores:
    """The municipalities of the order in the shades of their scores; a made-up one has no outline."""
    outlines = load_outlines()
    classed = class_values({row.town.code: round(100 * row.ranked.score) for row in priority.rows})
    places = [
        Place(
            outline=outlines[row.town.code],
            told=f"{row.town.name}: {write_number(100 * row.ranked.score, t)}",
            shade=classed.shade_of[row.town.code],
            mark=_find_mark(row),
            is_chosen=row.town.code == chosen,
        )
        for row in priority.rows
        if row.town.code in outlines
    ]
    within = {place.outline.code for place in places}
    around = [outline for code, outline in outlines.items() if code not in within]
    frame = frame_outlines([place.outline for place in places] or list(outlines.values()))
    drawing = draw_choropleth(places, around, frame, t["priority_map_title"], _summarise(priority, t))
    return DrawnScores(drawing, classed.classes)


def _summarise(priority: Priority, t: Mapping[str, str]) -> str:
    first = ", ".join(row.town.name for row in priority.rows[:N_NAMED])
    return t["priority_map_summary"].format(n=len(priority.rows), first=first)


def _find_mark(row: PriorityRow) -> Mark | None:
    areas = row.view.lists[0].areas if row.view.lists else ()
    if not areas:
        return None
    return "severe" if any(map(is_severe, areas)) else "area"
