"""Pages that are text: Markdown in two languages, its figures taken from the snapshot when it is shown."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.languages import Language
from api.pages.frame.markdown import render_markdown

TEXTS = Path(__file__).parents[1] / "texts"
_texts = Environment(loader=FileSystemLoader(TEXTS), undefined=StrictUndefined, autoescape=False)  # noqa: S701  the Markdown is escaped below


def render_text(name: str, language: Language, **figures: object) -> Markup:
    """The text as HTML, below a page's own heading.

    figures : what the text has in braces; one that is missing is an error
    """
    return render_markdown(_texts.get_template(f"{name}.{language}.md").render(**figures), ())
