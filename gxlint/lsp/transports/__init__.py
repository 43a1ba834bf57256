"""How messages come and go: standard streams, TCP, WebSocket."""
