"""What a request asks of experts, in the words of the form."""

from collections.abc import Mapping

from api.formats import write_period
from kb.matching.help_request import HelpRequest


def name_request(help_request: HelpRequest, t: Mapping[str, str]) -> dict[str, str]:
    """Field of the request -> "Kommun (Borås)" for those that are asked for; a period always is."""
    town, form, language = help_request.municipality, help_request.form, help_request.language
    names = {"municipality": f"{t['municipality_field']} ({town.name})"} if town else {}
    names |= {"form": f"{t['meeting_field']} ({t[f'meeting_{form}']})"} if form else {}
    names |= {"language": f"{t['language_field']} ({t[f'language_{language}']})"} if language else {}
    return {**names, "period": f"{t['filtered_out_period']} ({write_period(help_request.period, t)})"}
