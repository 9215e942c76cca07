"""What an expert, a municipality and a problem area are called; by slug or code while no index is served."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from fastapi import Request

from api.languages import Language
from api.serving import Serving
from kb.errors import KbError
from kb.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class Names:
    searcher: Searcher | None

    def expert(self, slug: str) -> str:
        """The role with its organisation."""
        found = self.searcher.snapshot.experts.get(slug) if self.searcher else None
        return f"{found.name}, {found.organisation}" if found else slug

    def role(self, slug: str) -> str:
        found = self.searcher.snapshot.experts.get(slug) if self.searcher else None
        return found.name if found else slug

    def town(self, code: str) -> str:
        towns = self.searcher.snapshot.registers.municipalities if self.searcher else ()
        return next((town.name for town in towns if town.code == code), code)

    def areas(self, slugs: Iterable[str], language: Language) -> list[str]:
        """Each once, in their order."""
        return [self._area(slug, language) for slug in dict.fromkeys(slugs)]

    def _area(self, slug: str, language: Language) -> str:
        found = self.searcher.snapshot.problem_areas.get(slug) if self.searcher else None
        return (found.title_en if language == "en" else found.title) if found else slug


def names_of(request: Request) -> Names:
    """As the index that is served has them."""
    return names_in(request.app.state.serving)


def names_in(serving: Serving) -> Names:
    """As the index has them that is served there."""
    with suppress(KbError):
        return Names(serving.searcher)
    return Names(None)
