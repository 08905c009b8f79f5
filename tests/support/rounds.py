"""How hard to try, from the environment."""

import os

ROUNDS = int(os.environ.get("JOBFORGE_TEST_ROUNDS", "20"))
"""Rounds of each fault."""

LEASE = float(os.environ.get("JOBFORGE_TEST_LEASE", "15"))
"""Seconds after which a silent worker's run is taken over."""

MINUTES = float(os.environ.get("JOBFORGE_TEST_MINUTES", "1"))
"""How long the five hundred subscribers listen."""

RUNS = int(os.environ.get("JOBFORGE_TEST_RUNS", "2000"))
"""Phases started at once."""

REQUESTS = int(os.environ.get("JOBFORGE_TEST_REQUESTS", "20000"))
"""Hostile requests."""
