"""tantivy with its Swedish stemmer: any word of the query. The one import of tantivy."""

from collections.abc import Mapping, Sequence

import tantivy

from benchmarks.engines.engine import Corpus
from kb.text.words import find_words

ANALYSER = "sv_stem"
FIELDS = ["title", "text"]


class TantivyStems:
    """An index in memory."""

    def __init__(self, corpus: Corpus) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in FIELDS:
            schema.add_text_field(name, stored=False, tokenizer_name=ANALYSER)
        self._index = tantivy.Index(schema.build())
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        analyser = analyser.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("swedish"))
        self._index.register_tokenizer(ANALYSER, analyser.build())
        writer = self._index.writer()
        for name, (title, text) in corpus.items():
            writer.add_document(tantivy.Document(id=name, title=title, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def rank(self, query: str, n: int) -> Mapping[str, Sequence[str]]:
        asked = " ".join(f'"{word.form}"' for word in find_words(query))
        hits = self._searcher.search(self._index.parse_query(asked, FIELDS), n).hits
        return {"stems": [self._searcher.doc(address)["id"][0] for _, address in hits]}


def build(corpus: Corpus) -> TantivyStems:
    """The corpus in tantivy."""
    return TantivyStems(corpus)
