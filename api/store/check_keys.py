"""Whether the keys are those of the database."""

from sqlalchemy import select

from api.store.base import Base
from api.store.database import Database
from api.store.encrypted_text import EncryptedText


def check_keys(database: Database) -> None:
    """Return if one row of every table with encrypted text can be read.

    Raises
    ------
    StoreKeyUnusable : one cannot; the key is another than it was written with
    """
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            sealed = [column for column in table.columns if isinstance(column.type, EncryptedText)]
            if sealed:
                session.execute(select(*sealed).limit(1)).all()
