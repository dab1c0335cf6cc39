"""Holds a deployment of the Newton API to its contract: `newton-conformance`."""
