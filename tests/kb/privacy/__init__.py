"""Personal data found and masked; all of it is invented, numbers are from series kept for tests."""
