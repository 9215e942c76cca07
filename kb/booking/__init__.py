"""What booked hours leave of an expert's time: pure rules, the same wherever a booking is made or shown."""
