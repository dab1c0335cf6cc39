"""Print every table, or those named: `python -m benchmarks [calls] [imports]`."""

import sys
from importlib import import_module

TABLES = ("calls", "imports", "transfers", "fanout", "mock")

for name in sys.argv[1:] or TABLES:
    table = import_module(f"benchmarks.{name}")
    assert table.__doc__
    print(f"\n{table.__doc__.strip()}\n({table.TITLE})\n")
    print(f"{'':40} {table.YARDSTICK:>12} {'ours':>8} {'ratio':>6}")
    for row in table.rows():
        print(
            f"{row.name:40} {row.yardstick:12.0f} {row.ours:8.0f} {row.ratio:6.2f}  {row.note}".rstrip(),
            flush=True,
        )
