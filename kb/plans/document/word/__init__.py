"""The document of a plan in Word, in our own template or in a municipality's."""
