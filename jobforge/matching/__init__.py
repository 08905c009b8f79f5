"""Match an ad's requirements against a resume: pure functions, no I/O."""
