"""How large a template may be, told apart from what opens it: who takes the file needs no library of Word."""

MAX_TEMPLATE_BYTES = 10_000_000
