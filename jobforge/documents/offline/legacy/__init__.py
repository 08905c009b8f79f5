"""Sentence grammars that are being replaced by frames in `languages/`."""
