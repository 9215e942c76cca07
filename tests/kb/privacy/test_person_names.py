"""Names of persons: the words beside them tell."""

import pytest

from kb.privacy.person_names import find_person_names
from tests.kb.privacy.values import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Eleven Kevin Larsson har hotat en vikarie.", ["Kevin Larsson"]),
        ("Killen Ali åker moped.", ["Ali"]),
        ("Flickan Qvintra lämnades ensam.", ["Qvintra"]),
        ("Hennes mamma Fatima Yusuf ringde.", ["Fatima Yusuf"]),
        ("Den 14-årige Adam blev rånad.", ["Adam"]),
        ("Familjen Haddad har flyttat.", ["Haddad"]),
        ("Pojken Elias Berg-Lindqvist och hans styvpappa Roger Ask.", ["Elias Berg-Lindqvist", "Roger Ask"]),
        ("Mannen Abdi Rahman Mohamed Ali är dömd.", ["Abdi Rahman Mohamed Ali"]),
        ("Ordförande Carl von Essén öppnade.", ["Carl von Essén"]),
        ("Eleven Kevin L nämns.", ["Kevin L"]),
    ],
)
def test_a_name_right_after_a_word_for_a_person_is_found(text: str, names: list[str]) -> None:
    assert found(find_person_names, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Handläggare: Anna Sjöström, socialförvaltningen", ["Anna Sjöström"]),
        ("Kontakt: Xhevat Berisha", ["Xhevat Berisha"]),
        ("Kontaktperson:\nSamira Nasser", ["Samira Nasser"]),
        ("Upprättad av: Marianne Hjelm", ["Marianne Hjelm"]),
        ("Misstänkt är Xhevat Berisha.", ["Xhevat Berisha"]),
        ("Med vänlig hälsning\nLars-Erik Blom", ["Lars-Erik Blom"]),
        ("Mvh Åsa Brandt", ["Åsa Brandt"]),
        ("Frågan är löst. /Mia Hallin", ["Mia Hallin"]),
        ("Mamman till Edvin ringde.", ["Edvin"]),
        ("Två elever (Noah Ek och Leo Strand) har varnats.", ["Noah Ek", "Leo Strand"]),
    ],
)
def test_a_name_that_a_label_or_role_brings_in_is_found(text: str, names: list[str]) -> None:
    assert found(find_person_names, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jonas Lindgren, rektor på skolan", ["Jonas Lindgren"]),
        ("Rozerin Aydin, mamma till två", ["Rozerin Aydin"]),
        ("Eva Modig (ordförande)", ["Eva Modig"]),
        ("Kevins mamma har ringt.", ["Kevins"]),
        ("Liam Svensson, 15 år, sågs där.", ["Liam Svensson"]),
        ("Mustafa, född 2011, är borta.", ["Mustafa"]),
        ("Birgitta Öhman, [telefon]", ["Birgitta Öhman"]),
        ("Novalie Grahn, [personnummer]", ["Novalie Grahn"]),
    ],
)
def test_a_name_that_what_follows_tells_of_is_found(text: str, names: list[str]) -> None:
    assert found(find_person_names, text) == names


def test_a_known_given_name_with_surname_is_found_without_a_word_beside_it() -> None:
    assert found(find_person_names, "Ärendet lämnas från Agneta Krook den 3 maj.") == ["Agneta Krook"]
    assert found(find_person_names, "Ärendet lämnas från Norra Krook den 3 maj.") == []


def test_a_known_given_name_amid_small_letters_is_found() -> None:
    assert found(find_person_names, "Personalen säger att Jocke brukar stå där.") == ["Jocke"]


@pytest.mark.parametrize(
    "text",
    [
        "de bor i Nora nu",
        "förskolan Linnea stängs",
        "enligt lex Sarah ska",
        "hela SARA-varvet är",
        "Mini Maria tog emot",
    ],
)
def test_given_names_of_towns_and_things_are_left(text: str) -> None:
    assert found(find_person_names, text) == []


def test_a_given_name_that_begins_a_sentence_needs_a_deed() -> None:
    assert found(find_person_names, "Ronja placerades i mars.") == ["Ronja"]
    assert found(find_person_names, "Linnea har 40 platser.") == []


def test_names_listed_with_a_found_name_are_found() -> None:
    assert found(find_person_names, "Bröderna Omar, Yasin och Hamza är kända.") == ["Omar", "Yasin", "Hamza"]


def test_the_same_given_name_is_found_wherever_it_stands() -> None:
    text = "Milton köpte. Eleven Milton Persson nekar. Senare gick Milton hem."
    assert found(find_person_names, text) == ["Milton", "Milton Persson", "Milton"]


def test_who_is_called_something_is_found_but_not_what_is() -> None:
    assert found(find_person_names, "En av killarna heter Dragan.") == ["Dragan"]
    assert found(find_person_names, "Tjejen kallas Bella. Han kallar sig Zeke.") == ["Bella", "Zeke"]
    assert found(find_person_names, "Projektet heter Rätt Kurva och appen heter Trygg Hemma.") == []


def test_a_name_broken_by_a_line_is_found_whole_but_a_form_is_not_read_across_lines() -> None:
    assert found(find_person_names, "Eleven Kevin\nLarsson nekar") == ["Kevin\nLarsson"]
    assert found(find_person_names, "Namn: Hugo Brant\nAdress: Byn") == ["Hugo Brant"]


@pytest.mark.parametrize(
    "text",
    [
        "Effekten är svagt belagd (Andersson m.fl. 2019; Sarnecki & Carlsson 2020).",
        "Enligt Maria Andersson (2019) vill varje elev ha studiero.",
        "Forskaren Amir Rostami har intervjuat en elev.",
        "Det visar Jerzy Sarnecki i flera studier.",
        "David Kennedy har utvecklat metoden.",
        "Sherman, L. (1997). Preventing Crime.",
    ],
)
def test_writers_of_reports_are_left(text: str) -> None:
    assert found(find_person_names, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mannen från Rosengård och kvinnan i Malmö. Pojken på Storgatan.",
        "Vid Olof Palmes plats, på Anna Lindhs torg och i Karl Johans park.",
        "Kommunpolis Borås och Områdespolis Hässleholmen",
        "Eleverna i Södra Sandby. Skolan heter Maria Park.",
    ],
)
def test_places_are_left(text: str) -> None:
    assert found(find_person_names, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt: Storsele kommun. Handläggare: Socialförvaltningen. Kontaktperson: Polisen Region Syd.",
        "Polisen, Röda Korset, Svenska Kyrkan och Verdandi. Samverkan med polisen och Rädda Barnen.",
        "- Polisen\n- Röda Korset\n- Hela Människan",
        "Rektor Bergaskolan. Kurator BUP. Rektor, Skolchef.",
        "Hans mamma, Mina föräldrar",
        "| Elev | Lärare | Vårdnadshavare |",
        "### Vårdnadshavare\nInga avvikelser",
    ],
)
def test_organisations_and_headings_are_left(text: str) -> None:
    assert found(find_person_names, text) == []
