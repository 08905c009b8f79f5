"""Redis: the queue that wakes workers, events and their listeners, rate limits."""
