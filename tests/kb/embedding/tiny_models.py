"""Sentence-transformers models of a few numbers, made in a folder: nothing is downloaded.

The libraries are imported within the functions, so that nobody who runs other tests waits for torch.
"""

from pathlib import Path

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "eld", "knark", "fråga", "text", ":")


def save_static_and_dense(folder: Path) -> Path:
    """Two words on the axes of three numbers, then a Dense layer that keeps the second and the first of them."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "eld": 1, "knark": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    weights = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    embedding = StaticEmbedding(tokenizer, embedding_weights=weights.numpy())
    swap = Dense(3, 2, bias=False, activation_function=torch.nn.Identity(), init_weight=torch.eye(3)[[1, 0]])
    SentenceTransformer(modules=[embedding, swap], device="cpu").save(str(folder))
    return folder


def save_bert(folder: Path) -> Path:
    """A BERT of one layer with random weights, mean pooling, and prompts for queries and documents."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    parts = folder.parent / f"{folder.name}-parts"
    parts.mkdir()
    (parts / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizer(vocab=str(parts / "vocab.txt"), do_lower_case=True, strip_accents=False).save_pretrained(parts)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8
    )
    BertModel(config).save_pretrained(parts)
    transformer = Transformer(str(parts))
    pooling = Pooling(transformer.get_embedding_dimension())
    prompts = {"query": "fråga: ", "document": "text: "}
    SentenceTransformer(modules=[transformer, pooling], prompts=prompts, device="cpu").save(str(folder))
    return folder
