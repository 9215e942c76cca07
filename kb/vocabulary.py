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
Effect = Literal["minskar mycket", "minskar", "ingen skillnad", "ökar", "blandat", "inte känt"]
"""What a method does to an outcome."""

Wanted = Literal["minskar", "ökar"]
"""Which way an outcome should go: fewer thefts, more who go to school."""

Certainty = Literal["hög", "måttlig", "låg", "mycket låg"]
"""How sure an effect is."""

Design = Literal["översikt", "kontrollerad studie", "före och efter", "uppföljning", "ingen studie"]
"""The weightiest kind of study behind an outcome."""

Independence = Literal["oberoende", "beställd", "metodägaren", "okänt"]
"""Who made a study: nobody with a stake, somebody paid by those who ran it, the method's own people."""

SourceKind = Literal["studie", "översikt", "myndighet", "författning", "kommun", "organisation", "press", "företag"]
Reviewer = Literal["redaktör", "forskare", "jurist", "praktiker"]
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
Risk = Literal[
    "close_violence", "child_abuse", "honour", "threat", "attack", "suicide", "trafficking", "sexual_violence"
]
"""What a person may be in danger of."""

RISKS: tuple[Risk, ...] = get_args(Risk)
EFFECTS: tuple[Effect, ...] = get_args(Effect)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
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
