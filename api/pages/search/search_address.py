"""What a search page shows, as an address: the question, the chosen filters, the order and the page."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from kb.search.answer import Sort


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """filters : facet -> chosen values, none empty; page from 1."""

    q: str
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort: Sort = "relevance"
    page: int = 1

    @property
    def href(self) -> str:
        """The address; what is as it would be anyway is left out.

        >>> SearchAddress("epa", {"rating": ["stark", "god"]}, page=2).href
        '/sok?q=epa&rating=stark&rating=god&page=2'
        """
        pairs = [("q", self.q), *((facet, value) for facet, values in self.filters.items() for value in values)]
        pairs += [("sort", self.sort)] if self.sort != "relevance" else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return "/sok?" + urlencode(pairs)

    def without(self, facet: str, value: str) -> "SearchAddress":
        """The same without a filter's value, from the first page."""
        left = [chosen for chosen in self.filters.get(facet, ()) if chosen != value]
        rest = {name: values for name, values in self.filters.items() if name != facet}
        return replace(self, filters={**rest, facet: left} if left else rest, page=1)

    def keeping(self, facets: Collection[str]) -> "SearchAddress":
        """The same with the filters of these facets alone, from the first page."""
        return replace(self, filters={name: self.filters[name] for name in self.filters if name in facets}, page=1)

    def without_filters(self) -> "SearchAddress":
        return replace(self, filters={}, page=1)

    def sorted_by(self, sort: Sort) -> "SearchAddress":
        return replace(self, sort=sort, page=1)

    def on_page(self, page: int) -> "SearchAddress":
        return replace(self, page=page)
