"""What is to be read again: by date, with who read it last."""

from datetime import date

from indexer.content.due import list_due
from tests.content_folder import ContentFolder


def told(folder: ContentFolder, day: date) -> list[str]:
    return [str(due).replace(f"{folder.path}/", "") for due in list_due(folder.read(), day)]


def test_what_is_due_stands_by_date_with_who_read_it_and_when_law_was_checked(folder: ContentFolder) -> None:
    assert told(folder, date(2027, 6, 1)) == []
    name, other = "guidance/sanering.md", "problem-areas/klotter.md"
    folder.change(name, "review_by: 2099-01-01", "review_by: 2027-06-01\nreviewed_by: jurist\nlaw_checked: 2025-01-01")
    folder.change(other, "review_by: 2099-01-01", "review_by: 2027-03-01")
    assert told(folder, date(2027, 6, 1)) == [
        "2027-03-01 problem-areas/klotter.md; redaktör",
        "2027-06-01 guidance/sanering.md; jurist; lag kontrollerad 2025-01-01",
    ]
    assert told(folder, date(2027, 5, 31)) == ["2027-03-01 problem-areas/klotter.md; redaktör"]
