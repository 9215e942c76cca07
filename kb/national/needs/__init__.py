"""What municipalities need against what there is: counted in municipalities, small counts hidden, gaps listed."""
