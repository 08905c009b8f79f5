"""Reading texts: resumes, ads, and what a document claims. Pure functions: no I/O, no network, no model."""
