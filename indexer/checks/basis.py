"""An effect says what it rests on: how many studies, or which."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.front_matter import Guidance
from indexer.content.read_content import Content


def check_basis(content: Content) -> Iterator[Fault]:
    """Outcomes with a study behind them that tell neither how many nor which."""
    for entry in content.of("guidance"):
        for position, item in enumerate(entry.model.evidence if isinstance(entry.model, Guidance) else []):
            basis = item.basis
            if basis.design != "ingen studie" and basis.studies is None and not basis.described:
                way_out = "give studies, or described where the source does not count them"
                yield entry.file.fault(("evidence", position, "basis"), "evidence without basis", item.outcome, way_out)
