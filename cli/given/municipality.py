"""A municipality that was named, as the registers know it."""

from pathlib import Path


def find_code(municipality: str, snapshots: Path) -> str:
    """The code of a municipality by its name or code; raises as `Registers.find_municipality`."""
    from kb.snapshot.open_snapshot import open_current

    return open_current(snapshots).registers.find_municipality(municipality).code
