"""A plan as a document to read, decide on and print: told once in blocks, written in Word, PDF and Excel."""
