"""Write documents with a language model and hold its answers against the resume."""
