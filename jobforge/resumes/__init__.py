"""Read resumes: sections, roles, periods and bullets. Pure functions, no I/O."""
