"""Check a document's statements against the resume: pure functions, no I/O."""
