"""Public statistics of municipalities, as whoever runs the service loads them."""
