"""Everything encrypted anew, with the first of the keys, so that the others can leave."""

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session

from api.access.addresses import print_address
from api.store.accounts import Account
from api.store.base import Base
from api.store.database import Database
from api.store.encrypted_text import EncryptedText
from api.store.learning.unanswered import reprint_words


def reseal_all(database: Database) -> int:
    """How many rows there were. All of it or nothing is done.

    Raises
    ------
    StoreKeyUnusable : something was sealed with a key that is no longer among those given
    """
    with database.session() as session:
        n_rows = sum(_reseal(session, table) for table in Base.metadata.sorted_tables)
        for account in session.scalars(select(Account)):
            account.email_print = print_address(database.vault, account.email)
            account.subject_print = None  # it cannot be made anew: the next sign-in tells it by the address
        reprint_words(session)
    return n_rows


def _reseal(session: Session, table: Table) -> int:
    """What is read is opened with any key, what is written is sealed with the first."""
    sealed = [column for column in table.columns if isinstance(column.type, EncryptedText)]
    if not sealed:
        return 0
    keys = list(table.primary_key.columns)
    rows = session.execute(select(*keys, *sealed)).all()
    for row in rows:
        values = dict(zip((column.name for column in sealed), row[len(keys) :], strict=True))
        wanted = [key == value for key, value in zip(keys, row[: len(keys)], strict=True)]
        session.execute(update(table).where(*wanted).values(values))
    return len(rows)
