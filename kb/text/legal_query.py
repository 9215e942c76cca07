"""A query that names statutes or their sections and nothing else: what is asked for is where they stand."""

from dataclasses import dataclass

from kb.text.references import find_references
from kb.text.signs import MAX_SIGNED_CHARS
from kb.text.statutes import Statute, find_statutes
from kb.text.words import find_words

_FILLERS = frozenset(["enligt", "i", "kap", "lag", "lagen", "och", "paragraf", "paragrafen", "enl", "sfs", "a", "av"])


@dataclass(frozen=True, slots=True)
class LegalQuery:
    """features : of the sections that are named, with their chapter where one is."""

    statutes: tuple[Statute, ...]
    features: tuple[str, ...]


def read_legal_query(text: str) -> LegalQuery | None:
    """The statutes and sections of a query; None when it asks for anything else.

    >>> read_legal_query("10 kap. 2 § OSL").features
    ('=§10:2',)
    >>> read_legal_query("sekretess i OSL")
    """
    if len(text) > MAX_SIGNED_CHARS:
        return None
    statutes, references = list(find_statutes(text)), list(find_references(text))
    named = [(s.first, s.last) for s in statutes] + [(r.first, r.last) for r in references]
    rest = (word for word in find_words(text) if not any(first <= word.first < last for first, last in named))
    if not named or any(word.form not in _FILLERS for word in rest):
        return None
    features = [feature for reference in references for feature in reference.features]
    with_chapter = [feature for feature in features if ":" in feature]
    return LegalQuery(tuple(found.statute for found in statutes), tuple(with_chapter or features))
