"""PDFs for tests: words put where a test wants them, in type that a test chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import reportlab
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842
LEFT, TOP = 70, 780
LEADING = 14


@dataclass(frozen=True, kw_only=True)
class Text:
    """x and y of the first letter's foot, in points from the lower left corner."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = 11
    is_bold: bool = False


def set_lines(*lines: str, y: float = TOP, size: float = 11, is_bold: bool = False, x: float = LEFT) -> list[Text]:
    """Lines below each other, as close as a paragraph's."""
    return [
        Text(text=line, x=x, y=y - LEADING * number, size=size, is_bold=is_bold) for number, line in enumerate(lines)
    ]


def make_pdf(*pages: Sequence[Text], password: str | None = None, turn: int = 0) -> bytes:
    """A PDF of the pages, with its fonts embedded; under a password where one is given; turn : of the text, degrees."""
    _register_fonts()
    out = BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=encryption, invariant=1)
    for page in pages:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(turn)
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        for text in page:
            canvas.setFont("VeraBd" if text.is_bold else "Vera", text.size)
            canvas.drawString(text.x, text.y, text.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def make_scan(n_pages: int, stamp: str = "") -> bytes:
    """A PDF where every page is a picture, with a stamp printed on it."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    for _ in range(n_pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, WIDTH, HEIGHT)
        canvas.drawString(LEFT, TOP, stamp)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def _register_fonts() -> None:
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, str(Path(reportlab.__file__).parent / "fonts" / f"{name}.ttf")))
