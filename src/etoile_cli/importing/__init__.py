"""A catalogue from what others keep: files of media libraries, answers of databases, pages."""
