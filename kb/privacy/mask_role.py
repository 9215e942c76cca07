"""The role of somebody, where a name has no business: every known name is masked, whatever stands beside it."""

from kb.privacy.mask import mask_personal_data
from kb.privacy.name_shape import read_names, read_words

_NAME = "[namn]"


def mask_role(text: str) -> str:
    """The role without personal data; a name that is known for one is masked without a word that tells so.

    >>> mask_role("Anna Svensson, kommunstrateg"), mask_role("Rådgivare, Brå")
    ('[namn], kommunstrateg', 'Rådgivare, Brå')
    """
    masked = mask_personal_data(text).text
    words = read_words(masked)
    for name in reversed([name for name in read_names(words) if name.is_known]):
        masked = masked[: words[name.first].first] + _NAME + masked[words[name.last - 1].last :]
    return masked
