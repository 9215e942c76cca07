"""What a webmaster can set: attributes, variables, parts and events. A test holds each list to the source."""

ATTRIBUTES = {
    "endpoint": "",
    "language": "",
    "label": "",
    "placeholder": "",
    "results": "5",
    "filters": "",
    "key": "",
    "heading": "3",
    "live": "on",
    "theme": "",
    "share-query": "",
    "check": "",
}
"""Attribute -> what holds without it, where that is a value; told of in the strings embed_attribute_..."""
VARIABLES = (
    "--kb-font",
    "--kb-font-size",
    "--kb-ink",
    "--kb-paper",
    "--kb-soft",
    "--kb-line",
    "--kb-thin",
    "--kb-accent",
    "--kb-on-accent",
    "--kb-warn",
    "--kb-mark",
    "--kb-on-mark",
    "--kb-radius",
    "--kb-padding",
)
_PARTS = """
widget form label hint input button results wait summary suggestion list result title badge passage mark warning notice
failure retry more check check-list
"""
PARTS = tuple(_PARTS.split())
EVENTS = {
    "kb-search:results": "answered, n_hits, n_shown, n_filtered_out, n_advised_against, has_suggestion, elapsed_ms",
    "kb-search:open": "kind, slug, rank",
    "kb-search:error": "kind, status",
}
"""Event -> the fields of its detail."""
