"""How mail of cases leaves, and where answers go."""

from dataclasses import dataclass

from fastapi import Request

from api.accounts.mail import MailServer
from api.accounts.services import services_of
from api.public_url import public_url
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class CasePost:
    """mail : None where there is no mail server; mailbox : whose mail is handed to `kb case receive`, empty for none

    base_url : what the addresses in messages begin with
    """

    mail: MailServer | None
    mailbox: str
    base_url: str


def make_case_post(settings: Settings) -> CasePost:
    """As the settings have it."""
    mail = MailServer(settings.mail_server, settings.mail_from) if settings.mail_server else None
    return CasePost(mail, settings.case_mail or "", settings.public_url or "")


def case_post_of(request: Request) -> CasePost:
    """That of the service that is asked, with the address that it is reached at."""
    return CasePost(services_of(request).mail, request.app.state.case_mail or "", public_url(request))
