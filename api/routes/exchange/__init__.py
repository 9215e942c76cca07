"""What municipalities tell each other, in the API."""
