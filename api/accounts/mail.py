"""Messages by the mail server of the settings. The subject never tells what a message is about."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import aiosmtplib

from api.access.errors import MailNotSent

TIMEOUT_S = 20
PORTS: Mapping[str, int] = {"smtp": 587, "smtps": 465}
"""Scheme -> the usual port; `smtps` is encrypted from the start, `smtp` as soon as the server offers it."""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """An iCalendar that the reader's calendar takes in. method : REQUEST or CANCEL, as in the iCalendar itself"""

    method: str
    body: bytes


@dataclass(frozen=True, slots=True)
class MailServer:
    """url : smtp://user:password@host:port, smtps://...; sender : the address that messages come from"""

    url: str = field(repr=False)
    sender: str

    def send(
        self, to: str, subject: str, text: str, *, reply_to: str = "", calendar: CalendarPart | None = None
    ) -> None:
        """Hand the message over.

        reply_to : where an answer goes, empty for the sender; calendar : the same as the text, for a calendar

        Raises
        ------
        MailNotSent : the server does not answer, or refuses it
        """
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        if reply_to:
            message["Reply-To"] = reply_to
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's out-of-office answers it
        message.set_content(text)
        if calendar:  # as bytes: its lines end as they are written
            told = {"method": calendar.method, "charset": "utf-8"}
            message.add_alternative(calendar.body, "text", "calendar", params=told)
        try:
            asyncio.run(self._hand_over(message))
        except (aiosmtplib.SMTPException, OSError) as error:  # its text may name whom it was for
            kind = type(error).__name__
            raise MailNotSent(f"the mail server did not take a message ({kind}); look at KB_MAIL_SERVER") from None

    async def _hand_over(self, message: EmailMessage) -> None:
        address = urlsplit(self.url)
        await aiosmtplib.send(
            message,
            hostname=address.hostname,
            port=address.port or PORTS[address.scheme],
            username=unquote(address.username) if address.username else None,
            password=unquote(address.password) if address.password else None,
            use_tls=address.scheme == "smtps",
            timeout=TIMEOUT_S,
        )
