"""The closed word lists of the front matter: one value per idea, in Swedish as shown on screen.

The order of a list is the order in which facets and tables show it.
"""

from typing import Literal, get_args

GuidanceKind = Literal["metod", "arbetssätt", "samverkansmodell", "vägledning", "process", "juridik", "lucka"]
AreaKind = Literal["problemområde", "stödtema"]
FocusArea = Literal["F1", "F2", "F3", "F4", "F5", "F6"]
PreventionLevel = Literal["universell", "selektiv", "indikerad"]
Approach = Literal["social", "situationell", "båda"]
Rating = Literal["stark", "god", "begränsad", "svag", "oklar"]
Direction = Literal["minskar", "ingen effekt", "ökar", "blandat", "okänd"]
Origin = Literal["svensk", "utländsk", "båda"]
Recommendation = Literal["rekommenderas", "prövas", "avråds"]
TargetGroup = Literal[
    "barn",
    "unga",
    "unga vuxna",
    "vuxna",
    "äldre",
    "föräldrar",
    "brottsutsatta",
    "brottsaktiva",
    "boende",
    "allmänheten",
    "näringsliv",
    "personal",
    "förtroendevalda",
]
Setting = Literal[
    "förskola",
    "skola",
    "hem",
    "fritid",
    "bostadsområde",
    "centrum",
    "nöjesliv",
    "handel",
    "kollektivtrafik",
    "trafik",
    "digitalt",
    "socialtjänst",
    "vård",
    "institution",
    "arbetsplats",
    "kommunorganisation",
]
Runner = Literal[
    "kommunledning",
    "samordningsfunktion",
    "socialtjänst",
    "skola",
    "fritid",
    "samhällsbyggnad",
    "tillsyn",
    "räddningstjänst",
    "bostadsbolag",
    "näringsliv",
    "polis",
    "kriminalvård",
    "region",
    "länsstyrelse",
    "statlig myndighet",
    "civilsamhälle",
]
OrganisationType = Literal[
    "statlig myndighet",
    "länsstyrelse",
    "polis",
    "kommun",
    "region",
    "kunskapscentrum",
    "lärosäte",
    "intresseorganisation",
    "civilsamhälle",
    "näringsliv",
]
SupportForm = Literal["kunskapshöjning", "verksamhetsutveckling", "metodinförande"]
MeetingFormat = Literal["på plats", "digitalt"]
SupportLanguage = Literal["sv", "en"]
MethodLevel = Literal["känner till", "har använt", "leder införande"]

RATINGS: tuple[Rating, ...] = get_args(Rating)
GUIDANCE_KINDS: tuple[GuidanceKind, ...] = get_args(GuidanceKind)
APPROACHES: tuple[Approach, ...] = get_args(Approach)
PREVENTION_LEVELS: tuple[PreventionLevel, ...] = get_args(PreventionLevel)
TARGET_GROUPS: tuple[TargetGroup, ...] = get_args(TargetGroup)
MEETING_FORMATS: tuple[MeetingFormat, ...] = get_args(MeetingFormat)
SUPPORT_LANGUAGES: tuple[SupportLanguage, ...] = get_args(SupportLanguage)

# A shipped document is read under these headings and no others, so that a passage means the same everywhere.
GUIDANCE_HEADINGS = (
    "I korthet",
    "När passar metoden",
    "Så fungerar den",
    "Så gör ni",
    "Vad krävs",
    "Evidens",
    "Risker och invändningar",
    "Följ upp",
    "Exempel",
    "Juridik",
)
AREA_HEADINGS = ("I korthet", "Vad kan ligga bakom", "Fakta", "Avgränsning")
EXPERT_HEADINGS = ("Kan hjälpa till med", "Så går det till", "Gör inte", "Bakgrund")

ASSESSED_KINDS: frozenset[GuidanceKind] = frozenset({"metod", "arbetssätt", "samverkansmodell", "vägledning"})
"""Kinds that carry evidence and a recommendation; the others describe duties, law or a gap."""


def place_of_rating(rating: Rating | None) -> int:
    """The place of a rating, 0 the best; what is not assessed comes last."""
    return RATINGS.index(rating) if rating else len(RATINGS)
