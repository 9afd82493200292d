"""The bundle: a municipality's data as one JSON file. The format is described in docs/bundle.md."""
