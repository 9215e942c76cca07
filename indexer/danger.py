"""What the content teaches of who is in danger: its examples of danger, and those of how people ask."""

import numpy as np

from kb.documents import Library
from kb.embedding.embedder import Embedder
from kb.urgency.fit_recogniser import fit_recogniser
from kb.urgency.recogniser import Recogniser


def teach_danger(library: Library, embedder: Embedder) -> Recogniser | None:
    """The recogniser of who is in danger; None without an example of danger and one of how people ask."""
    asked = [(example.query, example.risk) for example in library.examples if example.risk != "unclear"]
    judged = [(example.text, example.risk) for example in library.danger]
    if not asked or not any(risk for _, risk in judged):
        return None
    texts, told = zip(*judged, *asked, strict=True)
    is_everyday = np.arange(len(texts)) >= len(judged)
    return fit_recogniser(embedder.embed_queries(texts), told, is_everyday, tuple(text for text, _ in judged))
