"""Processes for work that must be bounded: files from outside, and texts that may take long to read.

`child` runs a short-lived process for one conversion; `pool` keeps processes that read texts. `bootstrap` is what every
such process executes first.
"""
