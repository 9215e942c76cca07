"""iCalendar (RFC 5545): how its lines are written, and invitations that calendars answer."""
