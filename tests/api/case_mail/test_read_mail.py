"""A message as it comes from a mail server: its text whatever it is written in, its files, and who wrote it."""

from email.message import EmailMessage

import pytest

from api.case_mail.read_mail import read_mail
from api.store.cases.errors import CaseMailRefused


def make_mail(text: str = "Ja, tisdag passar.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {
        "From": "Anna Berg <Anna@Alvdala.example.se>",
        "To": "arenden@example.se",
        "Message-ID": "<1@alvdala.example.se>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    return message


def test_who_it_is_from_and_to_is_read_in_small_letters() -> None:
    mail = read_mail(make_mail(Cc="Bo <BO@example.se>", Delivered_To="x@example.se").as_bytes())
    assert mail.sender == "anna@alvdala.example.se"
    assert mail.addressed_to == ("x@example.se", "arenden@example.se", "bo@example.se")
    assert (mail.id, mail.is_automatic) == ("<1@alvdala.example.se>", False)
    assert mail.text.strip() == "Ja, tisdag passar."


def test_html_alone_is_read_without_its_marks_and_its_quotes() -> None:
    message = make_mail()
    message.set_content(
        "<html><head><style>p{}</style></head><body><p>Ja, tisdag\npassar bra p&aring; torget.</p><ul><li>Ta med "
        "karta</li></ul><blockquote><p>Passar tisdag?</p></blockquote></body></html>",
        subtype="html",
    )
    assert read_mail(message.as_bytes()).text == "Ja, tisdag passar bra på torget.\n\n- Ta med karta"


def test_plain_text_goes_before_html() -> None:
    message = make_mail("Vanlig text")
    message.add_alternative("<p>HTML</p>", subtype="html")
    assert read_mail(message.as_bytes()).text.strip() == "Vanlig text"


def test_a_text_in_an_old_encoding_is_read() -> None:
    raw = (
        b"From: anna@example.se\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n\xc5ker p\xe5 tisdag\r\n"
    )
    assert read_mail(raw).text.strip() == "Åker på tisdag"


def test_an_encoding_that_nobody_knows_is_read_as_far_as_it_goes() -> None:
    raw = b"From: anna@example.se\r\nContent-Type: text/plain; charset=nope\r\n\r\n\xc3\x85ker\r\n"
    assert "ker" in read_mail(raw).text


def test_what_is_attached_is_a_file_and_a_picture_in_the_text_is_none() -> None:
    message = make_mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Åtgärder.pdf")
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline", cid="<logo@x>"
    )
    message.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert read_mail(message.as_bytes()).files == (("Åtgärder.pdf", b"%PDF-1.7"),)


@pytest.mark.parametrize(
    "headers",
    [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"X_Autoreply": "yes"}, {"Return_Path": "<>"}],
)
def test_what_no_person_wrote_is_told(headers: dict[str, str]) -> None:
    assert read_mail(make_mail(**headers).as_bytes()).is_automatic
    assert not read_mail(make_mail(Auto_Submitted="no").as_bytes()).is_automatic


def test_a_message_without_an_id_is_told_by_what_it_holds() -> None:
    message = make_mail()
    del message["Message-ID"]
    assert read_mail(message.as_bytes()).id == read_mail(message.as_bytes()).id
    other = make_mail("Annat")
    del other["Message-ID"]
    assert read_mail(message.as_bytes()).id != read_mail(other.as_bytes()).id


@pytest.mark.parametrize("raw", [b"", b"\x00\xff" * 100, b"From: a@example.se, b@example.se\r\n\r\nHej"])
def test_what_is_from_nobody_or_from_two_is_refused(raw: bytes) -> None:
    with pytest.raises(CaseMailRefused, match="not from one address"):
        read_mail(raw)
