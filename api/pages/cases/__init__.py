"""Pages of cases: asking for help, the advisors' desk, one case."""
