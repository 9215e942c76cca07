"""The plan that a municipality works on: a draft and what is written in it, field by field."""
