"""What the app can do: the whole app, with no window."""
