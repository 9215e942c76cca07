"""The message with the link that signs in."""

import logging
from datetime import datetime
from urllib.parse import urlencode

from api.access.errors import MailNotSent
from api.accounts.links import make_link
from api.accounts.mail import MailServer
from api.languages import Language, load_strings
from api.store.database import Database
from api.store.errors import StoreUnusable

_log = logging.getLogger(__name__)


def send_link(
    database: Database,
    mail: MailServer,
    address: str,
    base_url: str,
    language: Language,
    now: datetime,
    then: str = "",
) -> None:
    """Send a link if the address has an account that may sign in. then : the path that it leads on to, of this site

    It runs after the page has been answered, so that the answer takes as long for an address without an account. What
    goes wrong is logged, without the address.
    """
    try:
        if path := make_link(database, address, now):
            t = load_strings(language)
            link = f"{base_url}{path}?{urlencode({'till': then})}" if then else base_url + path
            mail.send(address, t["sign_in_mail_subject"], t["sign_in_mail_text"].format(link=link))
    except (MailNotSent, StoreUnusable) as error:
        _log.error("no link to sign in was sent: %s", error)
