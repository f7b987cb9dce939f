"""The panes of the window: layout and painting, no services."""
