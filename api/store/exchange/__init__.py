"""What municipalities tell each other: who may be asked about a problem area, and what came of a measure."""
