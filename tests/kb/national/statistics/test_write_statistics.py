"""Statistics as a file, and read again."""

from kb.national.statistics.read_statistics import read_statistics
from kb.national.statistics.statistic import Statistic
from kb.national.statistics.write_statistics import write_statistics


def test_what_is_written_is_read_as_it_was() -> None:
    told = [
        Statistic(
            municipality_code="0331",
            year=year,
            measure='Brott, "alla"',
            value=value,
            source_url="https://a.se",
            area="",
        )
        for year, value in ((2023, 12.5), (2024, 1_234_567.0))
    ]
    text = write_statistics(told)
    assert text.splitlines()[1] == '0331,2023,"Brott, ""alla""",12.5,https://a.se,'
    assert read_statistics(text, "fil.csv", {"0331"}, ()) == told
