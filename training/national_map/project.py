"""Degrees to metres in SWEREF 99 TM, Sweden's own projection, which maps of the whole country are drawn in.

Source: Lantmäteriet, Gauss Conformal Projection (Transverse Mercator), Krüger's formulas, 2008; ellipsoid GRS 80.
"""

from math import atan, atan2, atanh, cos, cosh, exp, pi, radians, sin, sinh, sqrt, tan

_AXIS_M, _FLATTENING = 6378137.0, 1 / 298.257222101
_CENTRAL_MERIDIAN, _SCALE, _FALSE_EASTING_M = 15.0, 0.9996, 500_000.0
_E2 = _FLATTENING * (2 - _FLATTENING)
_N = _FLATTENING / (2 - _FLATTENING)
_RADIUS_M = _AXIS_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETAS = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Easting and northing in metres, to well under a metre within Sweden.

    >>> east, north = project(15, 60)
    >>> round(east), round(north)
    (500000, 6651411)
    """
    turned = radians(longitude - _CENTRAL_MERIDIAN)
    conformal = _to_conformal(radians(latitude))
    xi = atan2(tan(conformal), cos(turned))
    eta = atanh(cos(conformal) * sin(turned))
    north = xi + sum(beta * sin(2 * k * xi) * cosh(2 * k * eta) for k, beta in enumerate(_BETAS, 1))
    east = eta + sum(beta * cos(2 * k * xi) * sinh(2 * k * eta) for k, beta in enumerate(_BETAS, 1))
    return _SCALE * _RADIUS_M * east + _FALSE_EASTING_M, _SCALE * _RADIUS_M * north


def _to_conformal(latitude: float) -> float:
    """The conformal latitude, in radians; closed, where Lantmäteriet has a series of the same."""
    e = sqrt(_E2)
    isometric = atanh(sin(latitude)) - e * atanh(e * sin(latitude))
    return 2 * atan(exp(isometric)) - pi / 2
