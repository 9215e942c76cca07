"""What a web page or a mail leaves in pasted text: tags become lines and marks of lists, quotes lose their marks."""

import html
import re

_TAG = re.compile(r"<(/?)(!--|[a-zA-Z][a-zA-Z0-9]{0,10})(?:[^\w<>][^<>]{0,2000})?/?>")
_KNOWN = re.compile(r"</?(?:p|br|li|ul|ol|div|td|tr|th|table|h[1-6]|span|strong|em|b|a)\b[^<>]{0,2000}>", re.IGNORECASE)
_MIN_TAGS = 2
_UNSEEN = frozenset({"del", "s", "strike", "script", "style", "title", "head"})
_STARTS = {"li": "\n- ", "br": "\n", "tr": "\n"}
_ENDS = {"td": "\t", "th": "\t"}
_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "section", "article", "blockquote"})
_HEADING = re.compile(r"h[1-6]")
_EMPTY_ITEM = re.compile(r"^- +$\n?", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def drop_markup(text: str) -> str:
    """The text without quote marks of mail and, where it is HTML, without tags; as it is where it has neither.

    >>> drop_markup("<ul><li>Klotter</li><li>R&aring;n</li></ul>").split("\\n")
    ['', '', '', '- Klotter', '- Rån', '', '']
    """
    if len(_KNOWN.findall(text)) >= _MIN_TAGS:
        text = _drop_tags(text)
    return _QUOTE.sub("", text) if ">" in text else text


def _drop_tags(text: str) -> str:
    """What stands between the tags, without what they strike out; their meaning as Markdown."""
    parts, position, unseen = [], 0, ""
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not unseen:
            parts.append(text[position : tag.start()] + _write(name, bool(tag[1])))
        if name in _UNSEEN and unseen in ("", name):
            unseen = "" if tag[1] else name
        position = tag.end()
    parts.append("" if unseen else text[position:])
    return _EMPTY_ITEM.sub("", html.unescape("".join(parts)))


def _write(name: str, is_end: bool) -> str:
    if _HEADING.fullmatch(name):
        return "\n\n" if is_end else f"\n\n{'#' * int(name[1])} "
    if name in _BLOCKS:
        return "\n\n"
    return _ENDS.get(name, "") if is_end else _STARTS.get(name, "")
