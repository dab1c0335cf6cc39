"""What several tests need: a server that misbehaves on order, a client of either kind, legal calls."""
