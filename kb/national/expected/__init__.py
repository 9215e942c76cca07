"""What a method may be expected to change where it is used: always a range, never a promise."""
