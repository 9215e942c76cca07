"""Plans that accounts have saved: their fields, versions, links, comments, and the proof that one was erased."""
