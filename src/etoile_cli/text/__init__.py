"""Text: values as text, characters to escape, widths and line breaks, names that were probably meant."""
