"""A newer version of a stored plan: read what is kept, match it, write what differs. `services.revise` is the door."""
