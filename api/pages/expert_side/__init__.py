"""Pages of the experts' own side: invited, the profile checked, consents, the calendar; and what editors see of it."""
