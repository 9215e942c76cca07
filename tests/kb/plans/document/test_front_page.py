"""Page one: who does what by when for how much, what is decided, what is missing."""

from dataclasses import replace

from kb.plans.document.blocks import Contents, Document
from tests.kb.plans.document.documents import CHOSEN, KS, document_with, find_tables, list_texts
from tests.kb.plans.small_plan import WORKED

OWN = "problems/1/measures/own-0001"


def read_front(document: Document) -> list[str]:
    """What stands before the table of contents."""
    n_front = next(n for n, block in enumerate(document.blocks) if isinstance(block, Contents))
    return list_texts(replace(document, blocks=document.blocks[:n_front]))


def test_it_says_who_does_what_by_when_for_how_much() -> None:
    document = document_with({**CHOSEN, f"{OWN}/title": "Fler vuxna ute", f"{OWN}/status": "begun"})
    assert find_tables(document)["Vem gör vad, när och för hur mycket"] == [
        ["1.1 Nattvandring", "Fritidschefen", "2027-01-15 –\n2027-06-30", "25\xa0000\xa0kr", "planerad"],
        ["1.2 Fler vuxna ute (kommunens egen)", "saknas", "saknas", "saknas", "påbörjad"],
        ["Summa (1 utan kostnad)", "2 åtgärder", "", "25\xa0000\xa0kr", ""],
    ]


def test_it_says_what_is_decided() -> None:
    assert document_with(CHOSEN).state == "Inte antagen. Arbetsversion 3, 2026-12-01."
    assert document_with(CHOSEN, adoption=KS).state == "Antagen 2026-11-30 av Kommunstyrelsen, § 112."
    assert document_with(CHOSEN, "en", adoption=KS).state == "Adopted 2026-11-30 by Kommunstyrelsen, § 112."


def test_it_says_what_is_missing_a_line_a_kind() -> None:
    front = read_front(document_with(CHOSEN))
    assert front[front.index("Det här saknas") + 1 :] == [
        "Lägesbilden saknar delar som 4 § kräver: analys av orsakerna; kartläggning av brottsligheten.",
        "Mål saknas: Torget.",
        "Mått att följa upp saknas: Torget.",
    ]


def test_where_nothing_is_missing_it_says_so() -> None:
    indicator = "problems/1/indicators/nattvandring-1"
    whole = {
        **CHOSEN,
        "statute/analys": "Bilaga 1",
        "statute/kartläggning": "Bilaga 2",
        "problems/1/goal": "Fler ute",
        f"{indicator}/decision": "chosen",
        f"{indicator}/first": "2027-03-01",
    }
    assert read_front(document_with(whole))[-1] == "Inget saknas av det som lagen och en uppföljning kräver."


def test_in_a_draft_all_is_proposed_and_nothing_is_told_as_decided() -> None:
    document = document_with()
    assert document.title == "Utkast till åtgärdsplan"
    assert find_tables(document)["Vem gör vad, när och för hur mycket"] == [
        ["1.1 Nattvandring", "förslag: Samordnaren", "att bestämma", "att bestämma", "förslag"],
        ["Summa", "1 föreslagen åtgärd", "", "att bestämma", ""],
    ]


def test_more_measures_than_the_page_holds_stand_there_by_problem_and_one_by_one_in_a_chapter() -> None:
    many = tuple(replace(WORKED, slug=f"m{n}", title=f"Metod {n}", indicators=()) for n in range(20))
    edits = {f"problems/1/measures/m{n}/{name}": text for n in range(20) for name, text in _told(n).items()}
    document = document_with(edits, measures=many)
    tables = find_tables(document)
    assert tables["Åtgärderna problem för problem"] == [
        ["1. Torget", "Metod 0; Metod 1; Metod 2 och 17 till", "Chefen", "20\xa0000\xa0kr", "senast 2027-12-31"],
        ["Summa", "20 åtgärder", "", "20\xa0000\xa0kr", ""],
    ]
    assert len(tables["Vem gör vad, när och för hur mycket"]) == 20 + 1
    assert "Vem gör vad, när och för hur mycket" not in find_tables(replace(document, blocks=document.blocks[:5]))


def test_long_titles_leave_room_for_fewer_measures() -> None:
    def is_one_by_one(title: str) -> bool:
        many = tuple(replace(WORKED, slug=f"m{n}", title=title, indicators=()) for n in range(10))
        return "Åtgärderna problem för problem" not in find_tables(document_with(measures=many))

    assert (is_one_by_one("Kort"), is_one_by_one("Ett mycket långt namn på en metod " * 3)) == (True, False)


def test_what_every_measure_lacks_is_told_without_naming_them() -> None:
    many = tuple(replace(WORKED, slug=f"m{n}", title=f"Metod {n}", indicators=()) for n in range(4))
    assert "Ansvarig saknas: alla åtgärder." in read_front(document_with(measures=many))


def test_the_other_language_has_the_same_page() -> None:
    front = read_front(document_with(CHOSEN, "en"))
    assert "1.1 Nattvandring | Fritidschefen | 2027-01-15 –\n2027-06-30 | SEK\xa025,000 | planned" in front


def _told(n: int) -> dict[str, str]:
    return {"decision": "chosen", "responsible": "Chefen", "end": "2027-12-31", "cost": "1000"}
