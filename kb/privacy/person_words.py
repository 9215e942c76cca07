"""What a word tells of a capitalised word beside it: that it is a person's name, or that it is not."""

import re

from kb.privacy.word_lists import endings, word_list

_AGE = re.compile(r"\d{1,2}-?år(?:ig[ae]|ing(?:en)?)")


def is_kin(word: str) -> bool:
    """Whether the word is for kin: mamma, storebror, sambon."""
    form = word.casefold()
    return form in word_list("kin") or form.endswith(endings("kin_endings"))


def is_person(word: str) -> bool:
    """Whether the word is for one person, so that a capitalised word right after is a name: eleven, 15-årige, mamma."""
    form = word.casefold()
    return is_kin(form) or form in word_list("person") or _AGE.fullmatch(form) is not None


def is_telling(word: str) -> bool:
    """Whether the word is for one person or for a role, which also stands before places and organisations."""
    form = word.casefold()
    return is_person(form) or form in word_list("role") or form.endswith(endings("role_endings"))


def is_thing(word: str) -> bool:
    """Whether the word, also in the genitive, is for an organisation, a building or the like."""
    return word.casefold().removesuffix("s").endswith(endings("thing_endings"))


def is_place(word: str) -> bool:
    """Whether the word is a place's name or has the look of one."""
    form = word.casefold()
    return form in word_list("places") or form.endswith(endings("place_endings"))
