"""Find text in an ad that addresses software. Pure functions, no I/O."""
