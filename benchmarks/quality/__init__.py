"""How good the answers are: what is found, ranked, quoted and masked, on judged sets."""
