"""Experts asked and booked: what is done when a page or the API asks for it, and the letters that go with it."""
