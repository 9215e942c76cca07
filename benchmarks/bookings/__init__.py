"""Bookings under stress: the real server killed while advisors book the same expert's hours."""
