"""The Model Context Protocol: the same operations for people's assistants. Needs the extra `mcp`."""
