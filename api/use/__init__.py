"""How often the service is used: counted without address, account or words, and told without small counts."""
