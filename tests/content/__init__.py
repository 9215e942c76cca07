"""The shipped content: the editorial rules, and figures that agree with the facts it was written from."""
