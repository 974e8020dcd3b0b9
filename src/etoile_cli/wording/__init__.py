"""The facts about a show in the words that people read: the same on terminals, pages and fact sheets."""
