"""An uploaded file is read, no more of them at the same time than may be."""

from io import BytesIO
from threading import Event, Thread
from typing import IO, cast

import pytest
from starlette.datastructures import UploadFile

from api.given.read_description import FileReader, drop_empty
from kb.errors import DescriptionDamaged, DescriptionRejected, DescriptionTooLarge, ReadersBusy


def upload(raw: bytes, name: str = "lagesbild.md") -> UploadFile:
    return UploadFile(BytesIO(raw), size=len(raw), filename=name)


class SlowFile:
    """A file whose reading has begun and does not end before it may."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()

    def read(self, n_bytes: int) -> bytes:
        self.begun.set()
        self.may_end.wait(10)
        return b"Bilar brinner."


def test_a_file_is_read() -> None:
    assert FileReader(1).read(upload(b"Bilar brin-\nner.")) == "Bilar brinner."


def test_a_form_is_read_where_it_is_filled_in() -> None:
    reader = FileReader(1)
    assert reader.choose("Bilar brinner.", None) == "Bilar brinner."
    assert reader.choose("Bilar brinner.", upload(b"", name="")) == "Bilar brinner."
    assert reader.choose(" \n", upload(b"Bilar brinner.")) == "Bilar brinner."


def test_text_and_a_file_at_once_are_refused_and_neither_is_read() -> None:
    with pytest.raises(DescriptionRejected, match="both text and a file were sent; send one of them"):
        FileReader(1).choose("Bilar brinner.", upload(b"Unga hotas."))


def test_an_empty_file_that_has_a_name_was_chosen() -> None:
    assert drop_empty(upload(b"", name="")) is None
    assert drop_empty(upload(b"", name="tom.txt")) is not None


def test_one_more_than_may_be_read_is_refused_and_is_read_when_there_is_room() -> None:
    reader, slow = FileReader(1), SlowFile()
    reading = Thread(target=reader.read, args=(UploadFile(cast(IO[bytes], slow), filename="a.md"),))  # type: ignore[arg-type]  # all that is asked of the file
    reading.start()
    assert slow.begun.wait(10)
    with pytest.raises(ReadersBusy, match="send it again in a while"):
        reader.read(upload(b"Bilar brinner."))
    slow.may_end.set()
    reading.join()
    assert reader.read(upload(b"Bilar brinner.")) == "Bilar brinner."


def test_a_file_that_is_refused_gives_its_place_back() -> None:
    reader = FileReader(1)
    for _ in range(2):
        with pytest.raises(DescriptionDamaged):
            reader.read(upload(b"Bilar brinner.", name="lagesbild.pdf"))


def test_a_longer_text_than_may_be_sent_as_text_is_refused_as_a_file_too() -> None:
    with pytest.raises(DescriptionTooLarge, match="200005 characters; at most 200000 are read"):
        FileReader(1).read(upload(b"a" * 200_005))
