"""A session of the database, by the name that those know it by who are handed one and name no database."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
