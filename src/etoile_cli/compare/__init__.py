"""What changed between two catalogues, record by record and key by key, and how that is told."""
