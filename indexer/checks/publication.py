"""An expert profile is shown only while there is a basis for it: no basis, no vector."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.front_matter import Expert
from indexer.content.read_content import Content
from indexer.content.read_markdown import ContentFile


def check_publication(content: Content) -> Iterator[Fault]:
    """Profiles that will not be indexed: basis run out, withdrawn or not begun."""
    for entry in content.of("experts"):
        if isinstance(entry.model, Expert):
            yield from _check(content, entry.model, entry.file)


def _check(content: Content, expert: Expert, file: ContentFile) -> Iterator[Fault]:
    """Warnings: the rest of the content is built without the profile, which one passed date must not stop."""
    publication = expert.publication
    told = []
    if publication.review_by < content.today:
        way_out = "ask the organisation anew and set review_by; until then the profile is not indexed"
        told.append(("review_by", "publication run out", publication.review_by, way_out))
    if publication.withdrawn and publication.withdrawn <= content.today:
        told.append(
            ("withdrawn", "publication withdrawn", publication.withdrawn, "remove the file; the profile is not indexed")
        )
    if publication.since > content.today:
        told.append(("since", "publication not begun", publication.since, "the profile is not indexed until then"))
    for field, fault, day, way_out in told:
        yield file.fault(("publication", field), fault, day, way_out, is_warning=True)
