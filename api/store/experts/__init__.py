"""What organisations have said of their experts, and what is booked."""
