"""The client. This is the source; `_sync` is made from it."""
