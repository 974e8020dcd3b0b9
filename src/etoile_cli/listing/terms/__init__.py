"""Terms: words of a command line that ask a key of a record, `billing:main`, and which records hold them."""
