"""What a bounded process executes first: bound itself, then run a module of ours.

Executed by its path as `python -I -B bootstrap.py ROOT MODULE MEMORY CPU FILES [ARGUMENT...]`, so that the limits hold
before anything else is imported, and so that the code is found where the parent found it. Uses the standard library
only. Limits that a system lacks are left out: there the parent's clock holds.
"""

import runpy
import sys


def _limit(memory_bytes: int, cpu_seconds: int, open_files: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    target = {
        "RLIMIT_AS": memory_bytes,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_NOFILE": open_files,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    for name, value in target.items():
        number = getattr(resource, name, None)
        if number is None or value < 0:
            continue
        _, hard = resource.getrlimit(number)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(number, (bound, bound))
        except (ValueError, OSError):  # macOS refuses some of them
            continue


def main() -> None:
    root, module, memory_bytes, cpu_seconds, open_files, *arguments = sys.argv[1:]
    _limit(int(memory_bytes), int(cpu_seconds), int(open_files))
    sys.path.insert(0, root)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
