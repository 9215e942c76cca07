"""A mail server that keeps what it is handed, on a port of its own."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.free_port import find_free_port

HOST = "127.0.0.1"
N_LOOKS, BETWEEN_S = 400, 0.05


@dataclass(slots=True)
class Mailbox:
    """url : of the server, as the settings have it; refuses : answer every message with a refusal"""

    url: str
    refuses: bool = False
    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        if self.refuses:
            return f"550 no such mailbox {envelope.rcpt_tos}"
        self.messages.append(message_from_bytes(envelope.original_content or b"", policy=policy.default))
        return "250 taken"

    def wait_for_more(self, than: int) -> EmailMessage:
        """The newest message once there are more than so many: a page may be shown before its mail is here."""
        for _ in range(N_LOOKS):
            if len(self.messages) > than:
                return self.messages[-1]
            time.sleep(BETWEEN_S)
        raise AssertionError(f"no more than {than} messages have come")


@contextmanager
def run_mail_server() -> Iterator[Mailbox]:
    """A server that runs until the block ends."""
    port = find_free_port()
    mailbox = Mailbox(f"smtp://{HOST}:{port}")
    controller = Controller(mailbox, hostname=HOST, port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
