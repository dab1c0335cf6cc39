"""Ratios against named yardsticks, measured in the same run: `make bench`."""
