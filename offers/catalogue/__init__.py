"""The public catalogue: what is asked for (wish), what fits (find), how the page tells it (page, cards)."""
