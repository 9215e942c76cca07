"""Reminders by mail of what is soon or late in adopted plans: who gets which, each once, and who wants none."""
