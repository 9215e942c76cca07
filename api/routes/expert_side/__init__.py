"""The experts' own side in the API: the profile and the calendar of an organisation, and its invitation."""
