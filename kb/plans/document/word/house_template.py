"""Our own template, made here and kept nowhere: A4, one typeface, the styles that a plan uses."""

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kb.plans.document.word.elements import make

FONT = "Calibri"
INK = RGBColor(0x1A, 0x1A, 0x1A)
BLUE = RGBColor(0x0B, 0x3A, 0x5B)
"""Of headings: 11 to 1 on white."""
GREY = RGBColor(0x4A, 0x4A, 0x4A)
RED = RGBColor(0x8C, 0x1C, 0x13)
RULE = "9AA5AE"
SHADE = "E3EBF1"

_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="PlanTable">
  <w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:color="0B3A5B"/><w:bottom w:val="single" w:sz="8" w:color="0B3A5B"/>
    <w:insideH w:val="single" w:sz="4" w:color="{RULE}"/></w:tblBorders>
    <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
    <w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:top w:val="single" w:sz="8" w:color="0B3A5B"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""


def make_house_template() -> WordDocument:
    """A document without content, in our styles."""
    document = Document()
    _set_page(document)
    _set_compatibility(document)
    for style in document.styles:
        _drop_theme_fonts(style.element)
    _set(document, "Normal", 10.5, INK, after=5)
    _set(document, "Body Text", 10.5, INK, after=5)
    _set(document, "Title", 24, BLUE, after=2, bold=True)
    _set(document, "Subtitle", 11.5, GREY, after=8)
    _set(document, "Heading 1", 16, BLUE, before=14, after=5, bold=True)
    _set(document, "Heading 2", 12.5, BLUE, before=11, after=3, bold=True)
    _set(document, "Heading 3", 11, INK, before=10, after=2, bold=True)
    _set(document, "List Bullet", 10.5, INK, after=2)
    _set(document, "Caption", 10, BLUE, before=7, after=3, bold=True, keep=True)
    _set(document, "Header", 9, GREY)
    _set(document, "Footer", 9, GREY)
    quote = _set(document, "Quote", 10.5, INK, after=5)
    quote.paragraph_format.left_indent, quote.font.italic = Cm(0.6), False
    _set_rule(quote)
    _add(document, "Lead", 11.5, INK, after=5, bold=True)
    _add(document, "Warning", 10.5, RED, after=5)
    _add(document, "Note", 9.5, GREY, after=5)
    _add(document, "Table Text", 9.5, INK, after=0)
    _set(document, "TOC Heading", 16, BLUE, before=14, after=5, bold=True, keep=True)
    _add(document, "toc 1", 10.5, INK, before=4, after=1, bold=True)
    _add(document, "toc 2", 10.5, INK, after=1).paragraph_format.left_indent = Cm(0.6)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = BLUE, True
    document.styles.element.append(parse_xml(_TABLE))
    return document


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2)
    section.header_distance = section.footer_distance = Cm(1)


def _set_compatibility(document: WordDocument) -> None:
    """Laid out as Word does today, not as in 2007."""
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    settings.find(qn("m:mathPr")).addprevious(make("w:compat", children=[make("w:compatSetting", mode)]))
    settings.find(qn("w:defaultTabStop")).addnext(make("w:autoHyphenation"))


def _drop_theme_fonts(style: object) -> None:
    """A font of the theme goes before the one that is named."""
    for fonts in style.iter(qn("w:rFonts")):  # type: ignore[attr-defined]  # an element
        for name in [key for key in fonts.attrib if key.endswith(("Theme", "theme"))]:
            del fonts.attrib[name]


def _set(
    document: WordDocument,
    name: str,
    size: float,
    color: RGBColor,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    keep: bool = False,
) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs in the template of python-docx; mend the name")
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.color.rgb, font.italic = FONT, Pt(size), bold, color, False
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), FONT)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.08
    if keep:
        shape.keep_with_next = True
    for parent, tag in ((style.element.get_or_add_pPr(), "w:pBdr"), (style.element.rPr, "w:spacing")):
        for of_word in parent.findall(qn(tag)):
            parent.remove(of_word)
    return style


def _add(
    document: WordDocument,
    name: str,
    size: float,
    color: RGBColor,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
) -> ParagraphStyle:
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    return _set(document, name, size, color, before=before, after=after, bold=bold)


def _set_rule(style: ParagraphStyle) -> None:
    """A rule to the left: words of somebody else's."""
    left = make("w:left", {"val": "single", "sz": "18", "space": "8", "color": RULE})
    style.element.get_or_add_pPr().insert_element_before(
        make("w:pBdr", children=[left]), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )
