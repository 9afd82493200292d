"""What an association fills in about an offer: six questions, sections, times, pictures."""
