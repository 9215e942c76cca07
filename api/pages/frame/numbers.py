"""Numbers as they are written in the language of the page."""

from api.languages import Language


def write_number(value: float, language: Language, n_decimals: int = 0) -> str:
    """The number with decimals and thousands set apart as in the language.

    >>> write_number(28560, "sv"), write_number(0.0174, "sv", 4), write_number(28560.5, "en", 1)
    ('28\\xa0560', '0,0174', '28,560.5')
    """
    text = f"{value:,.{n_decimals}f}"
    return text if language == "en" else text.translate({ord(","): "\u00a0", ord("."): ","})
