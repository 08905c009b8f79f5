"""The HTTP server around the transports: protocol, middleware, pages, health and logging."""
