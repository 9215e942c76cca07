"""What is done with accounts and keys: made, signed in, signed out, shown, taken away."""
