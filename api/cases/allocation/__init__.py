"""The experts allocated among the cases of an advisor's desk."""
