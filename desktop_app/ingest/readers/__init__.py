"""One file per format: a file in, a `Document` out."""
