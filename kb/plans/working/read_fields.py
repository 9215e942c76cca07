"""Written fields under what they belong to, each as the value that it tells."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kb.plans.working.fields import OWN
from kb.plans.working.working_plan import Written


class Fields:
    """The fields of one place of a plan: an item, a problem, the plan."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def text(self, name: str) -> str:
        """What is written, empty where nothing is."""
        return self.texts.get(name, "")

    def day(self, name: str) -> date | None:
        return date.fromisoformat(self.texts[name]) if name in self.texts else None

    def number(self, name: str) -> Decimal | None:
        return Decimal(self.texts[name]) if name in self.texts else None

    def whole(self, name: str) -> int | None:
        return int(self.texts[name]) if name in self.texts else None


class Places:
    """All that is written, by place.

    >>> Places({"problems/1/cause": "Mörkt"}).find("problems/1").text("cause")
    'Mörkt'
    """

    def __init__(self, written: Written) -> None:
        self._texts: dict[str, dict[str, str]] = defaultdict(dict)
        for path, text in written.items():
            place, _, field = path.rpartition("/")
            self._texts[place][field] = text

    def find(self, place: str) -> Fields:
        """The fields of the place, without any where nothing is written there."""
        return Fields(self._texts.get(place, {}))

    def list_own(self, place: str) -> tuple[str, ...]:
        """Names of the municipality's own under the place that something is written of, in the order they were made."""
        start = f"{place}/"
        names = {known.removeprefix(start).partition("/")[0] for known in self._texts if known.startswith(start)}
        return tuple(sorted(name for name in names if OWN.fullmatch(name)))
