"""What filters took away, where they left nothing."""

from api.schemas.schema import Schema


class FilteredOut(Schema):
    """n_found: what there would be without any filter; without: filter -> the same, were it alone lifted; no zeros.

    excludes: filter -> how many of them it alone rules out; no zeros
    """

    n_found: int
    without: dict[str, int]
    excludes: dict[str, int]
