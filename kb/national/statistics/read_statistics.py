"""A file of statistics, read and checked; every fault is told with its line, and then nothing is taken of it."""

import csv
import io
import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from kb.errors import StatisticsRejected
from kb.national.statistics.statistic import AREA, COLUMNS, Statistic

MAX_ROWS = 500_000
MAX_MEASURE_CHARS = 200
MAX_URL_CHARS = 500
YEARS = range(1990, 2100)
N_TOLD = 20
"""So many faults are told at once."""


def read_statistics(
    text: str, name: str, municipality_codes: Collection[str], areas: Collection[str]
) -> Sequence[Statistic]:
    """The statistics of a CSV file with the columns COLUMNS and maybe `area`, parted by commas or semicolons.

    name : of the file, for faults; municipality_codes, areas : those there are

    Raises
    ------
    StatisticsRejected : with every fault, a line each: `path:line: fault; value; way out`
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_find_delimiter(text), strict=True)
    faults = list(_check_columns(reader.fieldnames or (), name))
    if faults:
        raise StatisticsRejected("\n".join(faults))
    found, faults = _read_rows(reader, name, municipality_codes, areas)
    if not found and not faults:
        faults = [f"{name}:1: no row below the first line; write one a municipality, year and measure"]
    faults += _check_whole(found, name)
    if faults:
        more = [f"and {len(faults) - N_TOLD} more; mend these first"] if len(faults) > N_TOLD else []
        raise StatisticsRejected("\n".join([*faults[:N_TOLD], *more]))
    return [statistic for _, statistic in found]


def _find_delimiter(text: str) -> str:
    """Swedish Excel parts by semicolons."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _check_columns(columns: Collection[str], name: str) -> Iterator[str]:
    for column in COLUMNS:
        if column not in columns:
            told = ", ".join(columns) or "nothing"
            yield f"{name}:1: no column {column}; the file has {told}; write {', '.join(COLUMNS)} in its first line"


def _read_rows(
    reader: "csv.DictReader[str]", name: str, codes: Collection[str], areas: Collection[str]
) -> tuple[list[tuple[int, Statistic]], list[str]]:
    """What is right, with its line, and the faults of the rest."""
    found: list[tuple[int, Statistic]] = []
    faults: list[str] = []
    try:
        for row in reader:
            place = f"{name}:{reader.line_num}"
            wrong = [f"{place}: {fault}" for fault in _check_row(row, codes, areas)]
            faults += wrong
            if not wrong:
                found.append((reader.line_num, _make(row)))
            if len(found) > MAX_ROWS:
                return [], [f"{place}: more than {MAX_ROWS} rows; part the file by measure"]
    except csv.Error as error:
        faults.append(f"{name}:{reader.reader.line_num}: no CSV; {error}; save it as CSV in UTF-8")
    return found, faults


def _check_row(row: Mapping[str, str | None], codes: Collection[str], areas: Collection[str]) -> Iterator[str]:
    if None in row or any(row.get(column) is None for column in COLUMNS):
        yield "the row has more or fewer cells than the first line; quote texts that have the delimiter in them"
        return
    code, year, measure, value, url = ((row[column] or "").strip() for column in COLUMNS)
    area = (row.get(AREA) or "").strip()
    if code not in codes:
        yield f"no municipality has the code; {code!r}; write four digits, as 0331 (Excel takes away the first 0)"
    if not (year.isdecimal() and int(year) in YEARS):
        yield f"no year; {year!r}; write four digits, as 2024"
    if not measure.isprintable():
        yield f"measure has a tab or a new line in it; {measure!r}; write it on one line"
    if not measure or len(measure) > MAX_MEASURE_CHARS:
        yield f"measure of {len(measure)} characters; name what is counted in 1 to {MAX_MEASURE_CHARS}"
    if _read_number(value) is None:
        yield f"no number of 0 or more; {value!r}; write as 1250.5, or leave out the row where it is missing"
    if not url.startswith("https://") or len(url) > MAX_URL_CHARS:
        yield f"source_url is no address; {url[:60]!r}; write where the number can be read, as https://..."
    if area and area not in areas:
        yield f"no problem area has the slug; {area!r}; write one of `kb gaps`, or leave it empty"


def _read_number(value: str) -> float | None:
    """The number, with a point or a comma; None for what is none, below 0 or without end."""
    try:
        number = float(value.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _make(row: Mapping[str, str | None]) -> Statistic:
    code, year, measure, value, url = ((row[column] or "").strip() for column in COLUMNS)
    return Statistic(
        municipality_code=code,
        year=int(year),
        measure=measure,
        value=_read_number(value) or 0.0,
        source_url=url,
        area=(row.get(AREA) or "").strip(),
    )


def _check_whole(found: Sequence[tuple[int, Statistic]], name: str) -> list[str]:
    """Faults of rows together: the same number twice, a measure of two areas."""
    faults: list[str] = []
    lines: dict[tuple[str, int, str], int] = {}
    areas: dict[str, str] = {}
    for line, told in found:
        key = (told.municipality_code, told.year, told.measure)
        if key in lines:
            faults.append(f"{name}:{line}: the same municipality, year and measure as line {lines[key]}; keep one")
        if areas.setdefault(told.measure, told.area) != told.area:
            faults.append(f"{name}:{line}: {told.measure!r} is of {areas[told.measure]!r} above; {told.area!r}; choose")
        lines.setdefault(key, line)
    return faults
