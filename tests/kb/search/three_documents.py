"""Three documents whose signals can be worked out in the head."""

from kb.index.passage_index import Index, build_index
from kb.index.passages import Passage, embed
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("eld", "knark", "rån")


def index_passages(*passages: Passage) -> Index:
    return build_index(passages, embed(passages, EMBEDDER))


def make_body(slug: str, text: str) -> Passage:
    return Passage(slug=slug, field="body", heading="", anchor="", context="", text=text)


INDEX = index_passages(
    Passage(slug="a", field="title", heading="", anchor="", context="eld", text=""),
    make_body("a", "eld och knark"),
    Passage(slug="b", field="title", heading="", anchor="", context="knark", text=""),
    Passage(slug="b", field="phrasing", heading="", anchor="", context="", text="eld"),
    Passage(slug="c", field="title", heading="", anchor="", context="rån", text=""),
)
