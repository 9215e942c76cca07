"""What is written in a case: messages, and the files that come with them."""
