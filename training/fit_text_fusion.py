"""Fit the fusion for plain texts: python -m training.fit_text_fusion --data ../shared/data.

On the questions and texts that neither the embedding model was trained on nor anything is measured on.
"""

import argparse
from pathlib import Path

import numpy as np

from kb.embedding.load import load_embedder
from kb.models.fit_logistic import fit_logistic
from kb.models.models import COEFFICIENTS, load_models, name_file
from kb.search.text_collection import TextCollection, index_texts
from training.record import choose_signals, describe_fit, write_record
from training.sources import Pair, read_faq, read_squad, read_swequad

COMMAND = "python -m training.fit_text_fusion --data ../shared/data"
RIDGE = 0.001
FAQ = Path(__file__).parent / "data" / "faq"
USED = ("lexical", "cosine_body", "relative_lexical", "relative_cosine_body", "query_length")


def main() -> None:
    """Fit the model and write it with its training record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=COEFFICIENTS)
    arguments = parser.parse_args()
    embedder, model = load_embedder(arguments.model), load_models().text
    signals, labels = [], []
    faq = [pair for group in read_faq(FAQ, "fusion") for pair in group]
    for pairs in (list(read_squad(arguments.data, "fusion")), list(read_swequad(arguments.data, "fusion")), faq):
        names = {text: f"t{position}" for position, text in enumerate(dict.fromkeys(text for _, text in pairs))}
        collection = index_texts({name: ("", text) for text, name in names.items()}, embedder, model)
        for found, wanted in (_gather(collection, pair, names) for pair in pairs):
            signals.append(found)
            labels.append(wanted)
    coefficients = fit_logistic(np.concatenate(signals), np.concatenate(labels), RIDGE)
    record = describe_fit(USED, coefficients, signals, labels, 0.0, COMMAND)
    write_record(record, name_file("text", arguments.out))


def _gather(collection: TextCollection, pair: Pair, names: dict[str, str]) -> tuple[np.ndarray, np.ndarray]:
    question, text = pair
    ranking = collection.score(question)
    wanted = collection.index.position(names[text])
    return choose_signals(ranking.signals, USED), (ranking.documents == wanted).astype(np.float64)


if __name__ == "__main__":
    main()
