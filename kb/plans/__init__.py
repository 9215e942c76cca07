"""The draft åtgärdsplan: drafted from a match, written in three forms, compared with a later snapshot."""
