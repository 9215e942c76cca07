"""The tools of an assistant: the same calls and JSON shapes as the API's, with how to use the answer honestly."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter

from api.given.match_body import match_body
from api.schemas.assistant import SearchIn
from api.schemas.matching.description import MatchIn, PlanIn
from api.schemas.matching.match import MatchOut, match_out
from api.schemas.search import SearchOut, search_out
from kb.matching.search_helpers import find_search_helpers
from kb.plans.draft import draft_plan
from kb.plans.plan import Plan
from kb.plans.saved_plan import write_json
from kb.privacy import drop_masks, mask_personal_data
from kb.search.answer import Page
from kb.search.searcher import Searcher

INSTRUCTIONS = """\
Till handling är en kunskapsbank om lokalt brottsförebyggande arbete i Sverige. Så återger du svaren ärligt:

- Återge betyget med det ord som står i svaret (stark, god, begränsad, svag eller oklar), och säg vad som händer med \
utfallet (effect) och hur säkert det är (certainty). Betyget är tjänstens eget. Höj det aldrig. Att ett betyg saknas \
betyder att metoden inte är bedömd, inte att den fungerar. Är is_harm sant går utfallet åt fel håll: säg det.
- Föreslå aldrig det som står under advised_against eller har rekommendationen "avråds". Berätta att det avråds, och \
varför.
- Är urgent ifyllt kan någon vara i fara: börja svaret med att ringa 112 vid fara nu, och återge numren i listan med \
vem de är till för. Ändra inga nummer och lägg inte till egna.
- När answered är false finns inget som passar tillräckligt bra. Säg det och ställ frågorna i questions. Hitta inte på \
egna förslag.
- Är filtered_out (eller experts_filtered_out) ifyllt är det filtren som inte lämnar något kvar; kunskapsbanken är \
inte tom. Säg hur många som finns (n_found) och vilket filter som kan tas bort (without).
- Citera avsnitten ordagrant och ange källorna. Källorna till ett dokument står i resursen \
till-handling://guidance/{slug}.
- Experterna är roller. Hänvisa till way_in. Är state "unknown" har organisationen inte sagt när den har tid: be \
användaren fråga om tid. Är demo sant är experten påhittad, för demonstration: säg det, och be ingen kontakta den.
- Skicka inga personuppgifter. Det som ändå följer med maskeras här, men har då redan lämnat användaren.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantTool:
    """takes and gives are JSON Schemas.

    run : (arguments, searcher, today) -> the answer as JSON values; raises KbError, or pydantic's ValidationError for
        arguments that do not fit
    """

    title: str
    description: str
    takes: Mapping[str, Any]
    gives: Mapping[str, Any]
    run: Callable[[Mapping[str, Any], Searcher, date], dict[str, Any]]


def _search_guidance(arguments: Mapping[str, Any], searcher: Searcher, today: date) -> dict[str, Any]:
    asked = SearchIn.model_validate(arguments)
    query = mask_personal_data(asked.q).text
    question = searcher.ask_guidance(drop_masks(query))
    page = Page(filters=asked.filters, first=asked.first, n=asked.n, sort=asked.sort)
    found = searcher.answer_guidance(question, page)
    return _json(search_out(query, found, asked.filters, find_search_helpers(question, found, searcher, today)))


def _match_description(arguments: Mapping[str, Any], searcher: Searcher, today: date) -> dict[str, Any]:
    asked = MatchIn.model_validate(arguments)
    return _json(match_out(match_body(asked, searcher, today), with_excluded=asked.include_excluded))


def _draft_plan(arguments: Mapping[str, Any], searcher: Searcher, today: date) -> dict[str, Any]:
    asked = PlanIn.model_validate(arguments)
    plan: dict[str, Any] = json.loads(write_json(draft_plan(match_body(asked, searcher, today), asked.follow_up)))
    return plan


def _json(answer: BaseModel) -> dict[str, Any]:
    return answer.model_dump(mode="json", by_alias=True)


def _schema(shape: type[BaseModel]) -> dict[str, Any]:
    return shape.model_json_schema(mode="serialization")


TOOLS: Mapping[str, AssistantTool] = {
    "search_guidance": AssistantTool(
        title="Sök vägledning",
        description=(
            "Söker vägledning om brottsförebyggande metoder, arbetssätt och regler med användarens egna ord. "
            "Varje träff har relevans mellan 0 och 1, betyg på evidensen (rating) med "
            "effekt och säkerhet (evidence) och avsnitten som passar. "
            "Återge betyget som det står; är det null är metoden inte bedömd. advised_against är sådant som "
            "frågan liknar men som avråds: varna för det, föreslå det aldrig. Är answered false passar inget "
            "tillräckligt bra: ställ frågorna i questions. Ord inom citattecken söks i den ordningen och -ord tar "
            "bort; står något i missing_phrases har inget dokument frasen: säg det och sök utan citattecken. Finns "
            "suggestion, fråga om det var det som menades. "
            "Citera avsnitten och ange källorna ur resursen till-handling://guidance/{slug}."
        ),
        takes=SearchIn.model_json_schema(),
        gives=_schema(SearchOut),
        run=_search_guidance,
    ),
    "match_description": AssistantTool(
        title="Matcha en beskrivning",
        description=(
            "Tar en kommuns beskrivning av problem i egna ord, eller en hel lägesbild, och ger per problem de "
            "metoder som passar och de experter som kan frågas, var och en med sitt skäl (reason: kommunens ord "
            "bredvid dokumentets). Återge evidensen som den står. Föreslå aldrig det som står under "
            "advised_against; berätta att det avråds. gaps är problem som kunskapsbanken saknar metod för: säg "
            "det, fyll inte i själv. statute visar vilka delar av 4 § lag (2023:196) som finns i texten. masked "
            "är antal personuppgifter per slag som har maskerats: be användaren ta bort dem ur underlaget. Ange "
            "källorna ur resursen till-handling://guidance/{slug}. Texten sparas inte."
        ),
        takes=MatchIn.model_json_schema(),
        gives=_schema(MatchOut),
        run=_match_description,
    ),
    "draft_plan": AssistantTool(
        title="Utkast till åtgärdsplan",
        description=(
            "Ger ett utkast till åtgärdsplan (5 § lag 2023:196) för en beskrivning: per problem kommunens ord, "
            "orsak eller frågorna som saknar svar, åtgärder att ta ställning till med evidens, krav och källor, "
            "indikatorer och dag för uppföljning. Varje mening är kommunens egen eller ett dokuments; skriv inte "
            "om dem så att de lovar mer. Mål, ansvarig och tid fyller kommunen i. Det som står under "
            "advised_against ska inte in i planen. Ange källorna (sources) vid varje åtgärd, och säg att det är "
            "ett utkast som kommunen beslutar om."
        ),
        takes=PlanIn.model_json_schema(),
        gives=TypeAdapter(Plan).json_schema(mode="serialization"),
        run=_draft_plan,
    ),
}
