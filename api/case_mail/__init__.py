"""Mail of cases, out and in: who is told what, and an answer by mail filed in its case."""
