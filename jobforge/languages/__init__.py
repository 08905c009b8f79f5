"""Everything that is specific to a language, as data."""
