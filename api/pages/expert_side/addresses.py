"""Where the pages of the experts' own side are."""

INVITE = "/expert/{slug}/bjud-in"
INVITATION = "/expert-inbjudan/{token}"
ACCEPT = "/expert-inbjudan"
PROFILE = "/min-profil"
CONSENTS = f"{PROFILE}/samtycken"
RECEIPT = f"{PROFILE}/kvitto"
CALENDAR = "/min-kalender"
QUALITY = "/min-kvalitet"
REVIEWS = "/profilgranskning"
OWN = {
    PROFILE: "expert_side_profile",
    CONSENTS: "expert_side_consents",
    CALENDAR: "expert_side_calendar",
    QUALITY: "advice_quality_heading",
}
"""Path -> key of its name: the pages that one answers for a profile on."""
