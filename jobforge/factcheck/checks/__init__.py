"""One file a check; see `docs/adding-a-check.md`."""
