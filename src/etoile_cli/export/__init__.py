"""One module an export: each turns a whole catalogue into lines of text."""
