"""A municipality's own template for Word, as it is sent: read here, opened where the plan is written, kept nowhere."""

from starlette.datastructures import UploadFile

from api.given.read_description import drop_empty
from kb.plans.document.word.template_size import MAX_TEMPLATE_BYTES


def read_template(upload: UploadFile | None) -> bytes | None:
    """The file's bytes, no more of them than tell that it is too large; None where none was chosen."""
    chosen = drop_empty(upload)
    return chosen.file.read(MAX_TEMPLATE_BYTES + 1) if chosen else None
