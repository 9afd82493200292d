"""Bringing a checked bundle into the portal, one module per list."""
