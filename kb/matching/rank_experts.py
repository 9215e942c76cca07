"""Experts ranked for any texts by what they have written: a pure function of the texts, the profiles and the model.

A profile is an id and texts, such as publications or answers; nothing of this product's own fields is needed. What
speaks for a profile is the share of the text's words that its texts together have, and how far the text points in
their mean direction; each as it is, which makes scores comparable between texts, and as a share of the best profile's,
which tells how the profile stands among the others. A logistic model turns the four into a score in [0, 1].

Chosen on stand-ins (training.fit_profiles): the texts taken together and their mean direction beat the best text, the
mean of texts, the mean of the best three or five, a log-sum and a noisy-or of texts, alone and fused.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.embedding.embedder import Embedder, Vectors
from kb.index.engines import build_lexical_index
from kb.index.lexical_index import LexicalIndex, LexicalOptions
from kb.models.logistic_model import LogisticModel
from kb.models.models import load_models
from kb.search.query import weigh_features
from kb.text.analysis import count_features

SIGNALS = ("words", "relative_words", "direction", "relative_direction")
K1 = 8.0
"""Twenty texts repeat a word more than one does, and go on telling by it. Chosen on the stand-ins among 1, 3, 8, 20."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An expert, told by texts of its own; no text at all matches nothing."""

    id: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """score in [0, 1], comparable between texts ranked against the same profiles."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """Profiles made ready to be ranked, by `index_profiles`.

    directions : float32 array (n_profiles, dim), the mean of each profile's vectors at L2 norm 1, or 0
    """

    ids: tuple[str, ...]
    words: LexicalIndex
    directions: Vectors
    embedder: Embedder
    model: LogisticModel

    def rank(self, texts: Sequence[str]) -> list[list[Ranked]]:
        """All profiles for each text, best first, ties by id."""
        return [self._order(scores) for scores in self.score(texts)]

    def score(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """float64 array (n_texts, n_profiles) in [0, 1], profiles in their order; 0 where a text has no word."""
        scores = self.model.probabilities(self.gather(texts))
        has_words = np.array([bool(count_features(text)) for text in texts], np.bool_)
        return np.asarray(scores * has_words[:, None], np.float64)

    def gather(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """float64 array (n_texts, n_profiles, len(SIGNALS))."""
        words = [self.words.score(weigh_features(text)) for text in texts]
        shape = (len(texts), len(self.ids))
        by_words = np.array(words, np.float64).reshape(shape)
        vectors = self.embedder.embed_queries(texts)
        # vecdot: a matrix product's last digits depend on how many rows it has
        by_direction = np.asarray(np.vecdot(vectors[:, None], self.directions[None]), np.float64).reshape(shape)
        return np.stack([by_words, _relate(by_words), by_direction, _relate(by_direction)], axis=2)

    def _order(self, scores: NDArray[np.float64]) -> list[Ranked]:
        ranked = (Ranked(name, float(score)) for name, score in zip(self.ids, scores, strict=True))
        return sorted(ranked, key=lambda item: (-item.score, item.id))


def rank_experts(
    texts: Sequence[str], profiles: Sequence[Profile], embedder: Embedder, model: LogisticModel | None = None
) -> list[list[Ranked]]:
    """All profiles for each text, best first, ties by id; raises ValueError for an id that two profiles have.

    model : the shipped one when left out
    """
    return index_profiles(profiles, embedder, model or load_models().profiles).rank(texts)


def index_profiles(profiles: Sequence[Profile], embedder: Embedder, model: LogisticModel) -> Profiles:
    """The profiles ready to be ranked. model : Models.profiles.

    Raises
    ------
    ValueError : two profiles have the same id
    """
    ids = tuple(profile.id for profile in profiles)
    if repeated := [name for name, n in Counter(ids).items() if n > 1]:
        raise ValueError(
            f"{len(repeated)} ids are those of more than one profile, as {repeated[0]!r}; give each its own"
        )
    counts = [_count_together(profile.texts) for profile in profiles]
    return Profiles(
        ids=ids,
        words=build_lexical_index(counts, LexicalOptions(k1=K1)),
        directions=_find_directions(profiles, embedder),
        embedder=embedder,
        model=model.align(SIGNALS),
    )


def _count_together(texts: Sequence[str]) -> Mapping[str, float]:
    total: Counter[str] = Counter()
    for text in texts:
        total.update(count_features(text))
    return {feature: float(count) for feature, count in total.items()}


def _find_directions(profiles: Sequence[Profile], embedder: Embedder) -> Vectors:
    vectors = embedder.embed_passages([text for profile in profiles for text in profile.texts])
    owners = np.repeat(np.arange(len(profiles)), [len(profile.texts) for profile in profiles])
    sums = np.zeros((len(profiles), embedder.dim), np.float32)
    np.add.at(sums, owners, vectors)
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12), np.float32)


def _relate(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row as a share of its largest value, 0 where none is above 0."""
    most = scores.max(axis=1, initial=0.0, keepdims=True)
    return np.asarray(scores / np.where(most > 0, most, np.inf), np.float64)
