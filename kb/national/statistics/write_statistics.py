"""Statistics as the file that they are loaded from."""

import csv
import io
from collections.abc import Iterable

from kb.national.statistics.statistic import AREA, COLUMNS, Statistic


def write_statistics(statistics: Iterable[Statistic]) -> str:
    """A CSV file with the columns COLUMNS and `area`, which `read_statistics` reads."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([*COLUMNS, AREA])
    for told in statistics:
        row = [told.municipality_code, told.year, told.measure, f"{told.value:.10g}", told.source_url, told.area]
        writer.writerow(row)
    return file.getvalue()
