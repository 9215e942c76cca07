"""Search engines behind one port, each in a file that alone names its library."""
