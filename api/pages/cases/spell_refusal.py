"""Why an expert's hours cannot be booked, in words."""

from collections.abc import Mapping

from api.formats import write_amount, write_list, write_period
from api.pages.frame.fault import name_fault, spell_faults
from api.store.experts.booking_errors import NotFree
from kb.errors import KbError


def spell_refusal(error: KbError, t: Mapping[str, str]) -> str:
    """What is left and who was first, where that is why; else what the error is called."""
    if not isinstance(error, NotFree):
        return spell_faults({"": name_fault(error)}, t)[""]
    refusal = error.refusal
    left = t[f"booking_full_{refusal.why}"].format(
        period=write_period(refusal.days, t), left=write_amount(refusal.left, t), asked=write_amount(refusal.asked, t)
    )
    codes = [one.code for one in error.first]
    first = t["booking_full_first"].format(cases=write_list(codes, t)) if codes else ""
    return " ".join(filter(None, [left, first, t["booking_full_way_out"]]))
