"""The fact checks, one file per kind of statement."""
