"""The experts' own side: organisations invited, their profiles checked, what they consent to, the time they have."""
