"""A file is told by what it holds, and kept under a name that is a name and nothing else."""

import pytest

from api.cases.files import MAX_NAME_CHARS, check_files, tidy_name
from api.store.cases.errors import CaseRejected


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Åtgärder.docx", "Åtgärder.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Mina filer\\plan.pdf", "plan.pdf"),
        ('a"b\r\nSet-Cookie: x.txt', "a_bSet-Cookie_ x.txt"),
        ("A\u030angest.txt", "Ångest.txt"),
        ("\u202egnp.exe", "gnp.exe"),
        ("", "fil-1"),
        ("...", "fil-1"),
        ("/", "fil-1"),
    ],
)
def test_a_name_has_no_folders_and_no_signs_that_mean_something(name: str, kept: str) -> None:
    assert tidy_name(name, 1) == kept


def test_a_long_name_keeps_its_end() -> None:
    kept = tidy_name(f"{'a' * 300}.pdf", 1)
    assert (len(kept), kept[-4:]) == (MAX_NAME_CHARS, ".pdf")


def test_every_file_that_is_not_taken_is_told_by_its_number() -> None:
    with pytest.raises(CaseRejected) as told:
        check_files([("a.txt", b"hej"), ("b.png", b"\x89PNG"), ("c.pdf", b"hej"), ("d.txt", b"")])
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == ["files[2]", "files[3]", "files[4]"]


@pytest.mark.parametrize(
    ("name", "raw", "media_type"),
    [
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.exe", b"%PDF-1.7", "application/pdf"),
        ("a.csv", b"a;b", "text/csv"),
        ("a.md", b"# a", "text/markdown"),
        ("a", b"hej", "text/plain"),
    ],
)
def test_the_type_is_that_of_what_it_holds(name: str, raw: bytes, media_type: str) -> None:
    assert [file.media_type for file in check_files([(name, raw)])] == [media_type]
