"""What a person wrote in an answer by mail, without what it answers and without the signature."""

import re
from collections.abc import Sequence

from api.case_mail.write_mail import ABOVE

MAX_CLOSING_LINES = 10
MAX_CLOSING_CHARS = 80
MAX_INTRODUCTION_LINES = 3
MAX_INTRODUCTION_CHARS = 500
_WROTE = re.compile(r"\b(?:skrev|wrote)\b", re.IGNORECASE)
_WHEN_OR_WHO = re.compile(r"\b(?:19|20)\d\d\b|@")
_FROM = re.compile(r"[\s*]*(?:Från|From|Fra):", re.IGNORECASE)
_FURTHER = re.compile(r"[\s*]*(?:Skickat|Sent|Datum|Date|Till|To):", re.IGNORECASE)
_RULE = re.compile(
    r"\s*(?:-{2,}\s*(?:Ursprungligt meddelande|Ursprungsmeddelande|Vidarebefordrat meddelande|Original Message|"
    r"Forwarded message)\s*-{2,}|_{10,})\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"--\s?|\s*(?:Skickat från|Hämta Outlook för|Sent from my|Get Outlook for)\b.*", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:Med )?(?:vänliga?|bästa|varma) hälsning(?:ar)?|Hälsningar|Hälsar|MVH|Vh|(?:Best|Kind|Warm) regards|"
    r"Regards|Sincerely)\b\s*[,.!]?(?:\s+[^\W\d_][\w.-]*){0,3}",
    re.IGNORECASE,
)
_MORE = re.compile(r"P\.?\s?S\b", re.IGNORECASE)


def cut_reply(text: str) -> str:
    """The words of the answer; empty where nothing is left. Answers that stand between quoted lines are kept.

    >>> cut_reply("Ja, det passar.\\n\\nMvh\\nAnna\\n\\nDen 1 dec. 2026 skrev Bo:\\n> Passar tisdag?")
    'Ja, det passar.'
    """
    lines = text.replace("\u00a0", " ").splitlines()
    own: list[str] = []
    i = 0
    while i < len(lines) and not _begins_rest(lines, i):
        n_introduction = _count_introduction(lines, i)
        if n_introduction and not _is_quoted(_find_next(lines, i + n_introduction)):
            break  # what follows is the answered message, unmarked
        if not n_introduction and not _is_quoted(lines[i]):
            own.append(lines[i])
        i += n_introduction or 1
    return "\n".join(_cut_closing(own)).strip()


def _begins_rest(lines: Sequence[str], i: int) -> bool:
    """Whether from this line on nothing is of who answers."""
    line = lines[i]
    is_header = bool(_FROM.match(line)) and any(_FURTHER.match(later) for later in lines[i + 1 : i + 4])
    is_marked = ABOVE in line and not _is_quoted(line)
    return is_header or is_marked or bool(_RULE.fullmatch(line) or _SIGNED.fullmatch(line))


def _count_introduction(lines: Sequence[str], i: int) -> int:
    """Of how many lines, from this one, "On ... somebody wrote:" is; 0 where none begins."""
    for n in range(1, MAX_INTRODUCTION_LINES + 1):
        part = [line.strip() for line in lines[i : i + n]]
        joined = " ".join(part)
        if len(part) < n or not all(part) or len(joined) > MAX_INTRODUCTION_CHARS or _is_quoted(part[-1]):
            return 0
        if joined.endswith(":") and _WROTE.search(joined) and _WHEN_OR_WHO.search(joined):
            return n
    return 0


def _find_next(lines: Sequence[str], i: int) -> str:
    """The next line with something on it, empty at the end."""
    return next((line for line in lines[i:] if line.strip()), "")


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _cut_closing(lines: list[str]) -> list[str]:
    """The lines without a greeting at their end and the few short ones that tell who writes."""
    for i, line in enumerate(lines):
        after = [later for later in lines[i + 1 :] if later.strip()]
        is_short = len(after) <= MAX_CLOSING_LINES and all(len(later) <= MAX_CLOSING_CHARS for later in after)
        if is_short and _CLOSING.fullmatch(line.strip()) and not any(_MORE.match(later.strip()) for later in after):
            return lines[:i]
    return lines
