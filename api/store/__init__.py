"""What the service remembers: accounts, and what they save. A visitor leaves nothing here."""
