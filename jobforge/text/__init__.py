"""Tokenize, normalize, detect the language of and parse plain text: pure functions, no I/O."""
