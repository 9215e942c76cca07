"""`kb case`: answers by mail filed in their cases, as a mail server hands them over; letters that wait to leave."""

import sys
from typing import TYPE_CHECKING

import click

from cli.given.store import open_database, read_now, read_store_settings

if TYPE_CHECKING:
    from api.case_mail.post import CasePost

FILED, NOT_TAKEN, NO_SUCH_CASE, LATER, WRONG_SENDER = 0, 65, 67, 75, 77
"""What a mail server understands (sysexits.h): EX_DATAERR, EX_NOUSER, EX_TEMPFAIL, EX_NOPERM."""


@click.group("case", epilog="Example: kb case receive < message.eml")
def case_command() -> None:
    """Cases, on the database of the service."""


@case_command.command(
    "receive", epilog="Example: kb case receive --to arenden+K7QX2M.0123456789abcdef0123456789abcdef@example.se"
)
@click.option("--to", "sent_to", default="", help="Recipient of the envelope. [default: as the headers have it]")
def receive_command(sent_to: str) -> int:
    """File one message (RFC 5322) of standard input in its case, as a pipe of a mail server hands it over.

    Exit codes: 0 filed, filed before, or automatic and left aside; 65 it says nothing or a file is not taken; 67 no
    such case; 75 try again later; 77 from another address than was written to.
    """
    post = _make_post()
    from api.case_mail.read_mail import MAX_BYTES
    from api.case_mail.receive import NoSuchCase, WrongSender, receive_mail
    from api.store.cases.errors import CaseMailRefused
    from api.store.errors import StoreKeyUnusable, StoreUnusable

    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with open_database("case") as database:
            outcome = receive_mail(database, post, raw, read_now(), sent_to)
    except NoSuchCase as error:
        return _refuse(error, NO_SUCH_CASE)
    except WrongSender as error:
        return _refuse(error, WRONG_SENDER)
    except CaseMailRefused as error:
        return _refuse(error, NOT_TAKEN)
    except (StoreUnusable, StoreKeyUnusable) as error:
        return _refuse(error, LATER)
    click.echo(outcome)
    return FILED


@case_command.command("mail", epilog="Example: kb case mail --send")
@click.option("--send", is_flag=True, help="Hand over what is due first, as the service does every minute.")
def mail_command(send: bool) -> int:
    """Print the letters of cases that no mail server has taken yet: case, age, tries and when the next one is."""
    settings = read_store_settings("case")
    if send and settings.mail_server is None:
        raise click.UsageError("letters need a mail server to be handed to: set KB_MAIL_SERVER")
    now = read_now()
    with open_database("case") as database:
        from api.accounts.mail import MailServer
        from api.outbox.send import send_due
        from api.store.cases.find_case import find_case
        from api.store.cases.letters import list_letters

        if send and settings.mail_server:
            n_sent = send_due(database, MailServer(settings.mail_server, settings.mail_from), now)
            click.echo(f"{n_sent} letters were sent", err=True)
        with database.reading() as session:
            waiting = [(find_case(session, row.case_id).code, row) for row in list_letters(session)]
    for code, row in waiting:
        written, after = (f"{moment:%Y-%m-%d %H:%M} UTC" for moment in (row.written, row.next_try))
        click.echo(f"{code}  written {written}  {row.n_tries} tries  next {after}")
    click.echo(f"{len(waiting)} letters wait", err=True)
    return 0


def _make_post() -> "CasePost":
    """How the others of the case are told, and whose mail it is."""
    settings = read_store_settings("case")
    from api.case_mail.post import make_case_post

    if settings.case_mail is None:
        raise click.UsageError("no mail of cases is received: set KB_CASE_MAIL to the mailbox that it comes to")
    return make_case_post(settings)


def _refuse(error: Exception, code: int) -> int:
    click.echo(f"kb: {error}", err=True)
    return code
