"""The page's own transport: cookie sessions. Everything else the page asks of GraphQL."""
