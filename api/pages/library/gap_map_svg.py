"""The gap map as a drawing of links: a square a cell, empty where there is no method, half full where it is thin."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from api.pages.charts.row_names import SIZE, name_row
from api.pages.charts.svg import element, write_svg
from api.pages.frame.area_name import name_area
from api.pages.frame.method_links import count_methods, link_methods
from kb.overview.gap_map import Axis, AxisValue, Cover, GapCell, GapRow

LABEL_WIDTH, ROW_HEIGHT, HEAD_HEIGHT = 320, 46, 40
COLUMN_WIDTHS: Mapping[Axis, int] = {"level": 190, "target_group": 104}
SQUARE = 20
SMALL = 13
Strings = Mapping[str, str]


def draw_gap_map(rows: Sequence[GapRow], axis: Axis, t: Strings) -> Markup:
    """The map; every cell is a link to the list of the methods that it counts."""
    values = list(rows[0].cells) if rows else []
    column = COLUMN_WIDTHS[axis]
    width, height = LABEL_WIDTH + column * len(values), HEAD_HEIGHT + ROW_HEIGHT * len(rows)
    names = [
        element("text", t[f"{axis}_{value}"], x=_left(i, column) + 6, y=24, font_size=SMALL, class_="strong")
        for i, value in enumerate(values)
    ]
    return write_svg(
        element(
            "svg",
            element("title", t["gap_map"], id="karta-titel"),
            *names,
            *(_row(row, HEAD_HEIGHT + i * ROW_HEIGHT, axis, width, t) for i, row in enumerate(rows)),
            class_=f"chart map gap-map by-{axis.replace('_', '-')}",
            role="group",
            aria_labelledby="karta-titel",
            viewBox=f"0 0 {width} {height}",
        )
    )


def draw_cover(cover: Cover, x: float = 0, y: float = 0) -> Element:
    """A square of SQUARE for the state of a cell, its upper left corner at (x, y)."""
    frame = element("rect", class_=f"cover cover-{cover}", x=x, y=y, width=SQUARE, height=SQUARE, rx=2)
    corners = f"M{x:.1f} {y + SQUARE:.1f}"
    if cover == "thin":
        return element("g", frame, element("path", class_="cover-half", d=f"{corners}h{SQUARE}v-{SQUARE}z"))
    if cover == "none":
        return element("g", frame, element("path", class_="cover-cross", d=f"{corners}l{SQUARE}-{SQUARE}"))
    return element("g", frame)


def tell_gap(row: GapRow, axis: Axis, value: AxisValue, t: Strings) -> str:
    """The cell in words: the area, the value, how it is covered, and with how many methods."""
    cell = row.cells[value]
    told = f"{name_area(row.area, t)}, {t[f'{axis}_{value}']}: {t[f'cover_{cell.cover}']}"
    if not cell.n_methods:
        return told
    return f"{told} ({count_methods(cell.n_methods, t)}, {cell.n_well_supported} {t['well_supported']})"


def _row(row: GapRow, top: float, axis: Axis, width: float, t: Strings) -> Element:
    words = name_row(name_area(row.area, t), LABEL_WIDTH - 16, top, ROW_HEIGHT)
    column = COLUMN_WIDTHS[axis]
    cells = [
        _cell(cell, _left(i, column), top, column, tell_gap(row, axis, value, t))
        for i, (value, cell) in enumerate(row.cells.items())
    ]
    rule = element("line", class_="rule", x1=0, y1=top, x2=width, y2=top)
    return element("g", rule, element("g", *words, aria_hidden="true"), *cells)


def _cell(cell: GapCell, left: float, top: float, column: float, told: str) -> Element:
    ground = element("rect", class_="ground", x=left + 1, y=top + 2, width=column - 4, height=ROW_HEIGHT - 4, rx=6)
    square = draw_cover(cell.cover, left + 10, top + (ROW_HEIGHT - SQUARE) / 2)
    count = element("text", str(cell.n_methods), x=left + 40, y=top + 29, font_size=SIZE, class_="count")
    parts = [element("title", told), ground, square, count]
    return element("a", *parts, href=link_methods(cell.query), aria_label=told, class_="cell")


def _left(column: int, width: float) -> float:
    return LABEL_WIDTH + column * width
