"""A text worker that calls functions of tests."""

import importlib
from collections.abc import Callable
from typing import Any

from jobforge.sandbox import text_worker


def any_function(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return found


if __name__ == "__main__":
    text_worker._function = any_function
    text_worker.main()
