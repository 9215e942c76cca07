"""What the benchmarks measure, and that the shipped sets are whole."""
