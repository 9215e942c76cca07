"""What a webmaster writes on a page: two lines of HTML, and what its policy must allow."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from api.languages import Language, load_strings
from api.widget.bundle import WidgetFile
from api.widget.csp import Needs


@dataclass(frozen=True, slots=True)
class Embedding:
    """script_line, element_line: the two lines; needs: their addresses."""

    script_line: str
    element_line: str
    needs: Needs


def write_embedding(script: WidgetFile, endpoint: str, language: Language, files_at: str | None = None) -> Embedding:
    """The lines for a page. endpoint: the service's address; files_at: where the file is, when not at the service.

    The form between the tags is what stands there until the script runs, and when it may not.
    """
    base = endpoint.rstrip("/") + "/"
    address = urljoin((files_at.rstrip("/") + "/") if files_at else urljoin(base, "widget/"), script.name)
    needs = Needs(address, script.integrity, urljoin(base, "v1/search"), urljoin(base, "sok"))
    strings = load_strings(language)
    attributes = f'src="{escape(address)}" integrity="{script.integrity}" crossorigin="anonymous"'
    script_line = f'<script type="module" {attributes}></script>'
    element_line = (
        f'<kb-search endpoint="{escape(base.rstrip("/"))}"><form action="{escape(needs.form)}">'
        f'<label>{escape(strings["search_heading"])} <input name="q" type="search"></label> '
        f"<button>{escape(strings['search_button'])}</button></form></kb-search>"
    )
    return Embedding(script_line, element_line, needs)
