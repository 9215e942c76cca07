"""The web service: FastAPI routes and server-rendered pages over the core."""
