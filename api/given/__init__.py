"""What is sent to the service: files, descriptions, cases, read once for routes and pages alike."""
