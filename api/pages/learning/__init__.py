"""Pages of what users say of answers: judged in one click, and read by editors."""
