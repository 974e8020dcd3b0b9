"""Why a file can't be used: what the errors of the operating system are called in messages."""

from collections.abc import Mapping

NOT_A_FILE = "this is a directory, not a file"
PIPE_OR_DEVICE = "this is a pipe or a device, not a file"

WHEN_READING: Mapping[type[OSError], str] = {
    FileNotFoundError: "no such file",
    IsADirectoryError: NOT_A_FILE,
    PermissionError: "no permission to read it",
}
"""What errors are called where a file is read."""

WHEN_WRITING: Mapping[type[OSError], str] = {
    # Its directory exists, but holds only files that the system itself makes: /proc, say.
    FileNotFoundError: "no file can be made there",
    PermissionError: "no permission to write there",
}
"""What errors are called where a file is written."""


def reason_of(error: OSError | ValueError, names: Mapping[type[OSError], str] = {}) -> str:
    """Return why a file can't be used: what `names` calls the error, else the operating system's own words.

    A ValueError comes from a path that holds a NUL byte.
    """
    if isinstance(error, ValueError):
        return "not a possible file name"
    name = next((name for kind, name in names.items() if isinstance(error, kind)), "")
    return name or (error.strerror or str(error)).lower()
