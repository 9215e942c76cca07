"""What is wrong with a field is told in words, with the names that may have been meant."""

from api.pages.frame.fault import Fault, name_fault, spell_faults
from kb.errors import DescriptionScanned, KbError

STRINGS = {
    "error_Missing": "Kommunen finns inte",
    "error_other": "Något gick fel",
    "did_you_mean": "Menade ni:",
    "locale": "sv_SE",
}


def test_a_fault_is_told_by_its_key() -> None:
    assert spell_faults({"text": Fault("error_Missing")}, STRINGS) == {"text": "Kommunen finns inte"}


def test_names_that_may_have_been_meant_follow() -> None:
    faults = {"one": Fault("error_Missing", ("Ale",)), "three": Fault("error_Missing", ("Ale", "Alvesta", "Arboga"))}
    assert spell_faults(faults, STRINGS) == {
        "one": "Kommunen finns inte. Menade ni: Ale?",
        "three": "Kommunen finns inte. Menade ni: Ale, Alvesta eller Arboga?",
    }


def test_an_error_gives_the_fault_its_key_and_status() -> None:
    assert name_fault(DescriptionScanned("a scan")) == Fault("error_DescriptionScanned", (), 422)


def test_an_error_without_words_or_status_is_the_services_own() -> None:
    fault = name_fault(KbError("odd"))
    assert (fault.status, spell_faults({"text": fault}, STRINGS)) == (500, {"text": "Något gick fel"})
