"""`python -m tests.api.store.write_forever FOLDER [ADDRESS]`: saves two rows at a time and says so, until killed."""

import sys
from pathlib import Path

from api.store.api_keys import ApiKey
from api.store.base import new_id
from api.store.database import Database
from api.store.places import Places
from tests.fakes.moments import NOON


def write_forever(database: Database) -> None:
    while True:
        pair = new_id()
        with database.session() as session:
            for half in ("a", "b"):
                key_hash = pair + half
                key = ApiKey(id=new_id(), key_hash=key_hash, name=pair, scope="widget", origin="*", created=NOON)
                session.add(key)
                session.flush()  # each half on its way by itself: a kill may come between them
        sys.stdout.write(f"{pair}\n")  # what an answer to a browser is
        sys.stdout.flush()


if __name__ == "__main__":
    write_forever(Database(Places(Path(sys.argv[1]), *sys.argv[2:])))
