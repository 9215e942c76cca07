"""What users say of answers, in the API: for anyone to tell, for editors to read."""
