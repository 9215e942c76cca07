"""One message of RFC 5322 as it comes from a mail server: who it is from and to, its text and its files."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses

from api.store.cases.errors import CaseMailRefused
from kb.reading.pasted.markup import drop_markup

MAX_BYTES = 80_000_000
"""Five files of 10 MB as mail packs them, and the text."""
TO = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")
"""Headers that may name the address of the case, the surest first."""
_LEFT = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar")
"""Parts that are no files to a person."""
_BLOCKQUOTE = re.compile(r"<blockquote\b.*?</blockquote>", re.DOTALL | re.IGNORECASE)
_LINE_OF_HTML = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMail:
    """sender, addressed_to : bare addresses, in small letters; id : its Message-ID, or a print of the whole

    files : name and bytes; is_automatic : no person wrote it
    """

    sender: str
    addressed_to: tuple[str, ...]
    id: str
    text: str
    files: tuple[tuple[str, bytes], ...]
    is_automatic: bool


def read_mail(raw: bytes) -> ReceivedMail:
    """The message.

    Raises
    ------
    CaseMailRefused : it is larger than any that is taken, or tells nobody that it is from
    """
    if len(raw) > MAX_BYTES:
        raise CaseMailRefused(f"the message has {len(raw)} bytes; at most {MAX_BYTES} are read, send smaller files")
    message = message_from_bytes(raw, policy=policy.default)
    senders = _list_addresses(message, "from")
    if len(senders) != 1:
        raise CaseMailRefused("the message is not from one address; send it from that which was written to")
    return ReceivedMail(
        sender=senders[0],
        addressed_to=tuple(address for name in TO for address in _list_addresses(message, name)),
        id=_read_header(message, "message-id") or hashlib.sha256(raw).hexdigest(),
        text=_read_text(message),
        files=tuple(_list_files(message)),
        is_automatic=_is_automatic(message),
    )


def _list_addresses(message: EmailMessage, name: str) -> list[str]:
    headers = [str(header) for header in message.get_all(name, [])]
    return [address.lower() for _, address in getaddresses(headers) if address]


def _read_header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, "")).strip()


def _read_text(message: EmailMessage) -> str:
    """The plain text, else what the HTML says."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    text = _read_words(body)
    if body.get_content_type() == "text/plain":
        return text
    flat = _LINE_OF_HTML.sub(" ", _BLOCKQUOTE.sub("", text))  # a break of a line in HTML is a space
    return re.sub(r"\n{3,}", "\n\n", drop_markup(f"<div>{flat}</div>")).strip()


def _read_words(part: MIMEPart) -> str:
    """The text of the part; in an encoding that nobody knows, as far as it can be told."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _list_files(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """What was attached. A picture within the text, a logo as a rule, is none."""
    for part in message.walk():
        is_named = bool(part.get_filename()) or part.get_content_disposition() == "attachment"
        is_within = part.get_content_disposition() != "attachment" and part.get("content-id") is not None
        if part.is_multipart() or not is_named or is_within or part.get_content_type() in _LEFT:
            continue
        payload = part.get_payload(decode=True)
        yield part.get_filename() or "", payload if isinstance(payload, bytes) else b""


def _is_automatic(message: EmailMessage) -> bool:
    """RFC 3834, and what older systems write; a report of mail that did not arrive is from nobody either."""
    told = _read_header(message, "auto-submitted").lower()
    is_bulk = _read_header(message, "precedence").lower() in ("bulk", "junk", "auto_reply", "list")
    is_report = message.get_content_type() == "multipart/report" or _read_header(message, "return-path") == "<>"
    return told not in ("", "no") or is_bulk or is_report or "x-autoreply" in message
