"""Text as it is pasted or typed, tidied: what Word, Excel, mail and the web put into it means what it meant there."""

import re

from kb.reading.characters import clean_characters
from kb.reading.lines import write_bullets
from kb.reading.pasted.markup import drop_markup
from kb.reading.pasted.pasted_tables import write_tables
from kb.reading.tables.records import join_records
from kb.reading.ticks import keep_ticked

_BLANKS = re.compile(r"\n(?:[ \t]*\n){2,}")


def tidy_text(text: str) -> str:
    """The text as Markdown, line by line; tidied text and ordinary text stay as they are.

    A list item begins with `- `; a row of a table is a line `Column: value; Column: value`, and so are the lines of a
    form; a box that is not ticked goes with its label; quotes of mail and tags of HTML lose their marks.

    >>> tidy_text("Problem\\tPlats\\nKlotter\\tTunneln\\n\\n☒ Syns ofta\\n☐ Dyrt")
    'Problem: Klotter; Plats: Tunneln\\n\\nSyns ofta'
    """
    return _tidy(_tidy(text))  # what one reading leaves of odd tables, a second would read anew


def _tidy(text: str) -> str:
    lines = keep_ticked(drop_markup(clean_characters(text))).split("\n")
    lines = [line.replace("\t", " ").rstrip() for line in write_tables(lines)]
    return _BLANKS.sub("\n\n", write_bullets("\n".join(join_records(lines)))).strip("\n")
