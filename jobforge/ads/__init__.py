"""Read job ads: layout, requirements, facts and warnings. Pure functions, no I/O."""
