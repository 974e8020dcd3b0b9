"""What people write where TOML wants something else: each slip, what is told of it, and where."""

import re
from typing import NamedTuple

from etoile_cli.check.codes import BAD_VALUE, SYNTAX
from etoile_cli.check.problem import Code

LEAVE_OUT = "leave out what is not known"
BACKSLASH = r"for a plain backslash write \\, or put the text in single quotes"
THREE_QUOTES = r"for a plain backslash write \\, or put the text in three single quotes"
ESCAPE = r'write \" for each " inside "…"'
BLANK = "write a plain blank, or none"
TAKEN = r"\" is a quote in the text: leave out the backslash, or write \\ for it"
CLOSE = 'end it with ", or put """ at both ends of several lines'
A_DATE = 'it must be a date, or a string like "2025-04" or "2025"'
ISO = "write year, month and day, as in 2025-04-24"
JSON = "this looks like JSON, and a catalogue is TOML"

NOT_CLOSED = "this string is not closed"
NO_VALUE = "there is no value"
NO_PAIR = 'expected a key, "=" and a value'
NEITHER = "neither a key with a value nor a header"
NO_HEADER = "this is not the header of a table"
NO_EQUALS = 'expected "=" after the key, found ":"'

_KEY = re.compile(r'"?([A-Za-z]+)"?(?= *(?:=|:(?!//)))')


class Slip(NamedTuple):
    """A broken statement, its wrong part between ⟦ and ⟧; the message, without the key in front; the hint."""

    marked: str
    message: str
    hint: str = ""
    code: Code = SYNTAX

    @property
    def text(self) -> str:
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def wrong(self) -> tuple[int, int]:
        """Where the wrong part begins in the text, and where it ends."""
        return self.marked.index("⟦"), self.marked.index("⟧") - 1

    @property
    def told(self) -> str:
        """The whole message: a pair's begins with its key."""
        key = _KEY.match(self.text)
        return f'"{key[1]}": {self.message}' if key else self.message


STRINGS = [
    Slip('logline = ⟦"Étoile⟧', NOT_CLOSED, CLOSE),
    Slip("logline = ⟦'Étoile⟧", NOT_CLOSED, "end it with '"),
    Slip('note = ⟦"""Étoile⟧', NOT_CLOSED, 'write "Étoile"'),
    Slip(f'note = ⟦"""{"É" * 70}⟧', NOT_CLOSED, 'put one " at both ends, or """'),
    Slip('genres = [⟦"""⟧drama, "comedy"]', 'one " at each end is enough', "leave out the others"),
    Slip('note = ⟦"""Étoile⟧\nis a star', NOT_CLOSED, 'end it with """'),
    Slip("note = ⟦'''Étoile⟧\nis a 'star'", NOT_CLOSED, "end it with '''"),
    Slip('genres = ["drama", ⟦"comedy]⟧', NOT_CLOSED, CLOSE),
    Slip('genres = [\n  "drama",\n  ⟦"comedy⟧\n]', NOT_CLOSED, CLOSE),
    Slip('ids = {imdb = ⟦"tt1}⟧', NOT_CLOSED, CLOSE),
    Slip('logline = ⟦"Étoile”⟧', NOT_CLOSED, 'end it with " and not with ”'),
    Slip("note = 'it⟦'⟧s'", "this ' ends the string", 'write "it\'s"'),
    Slip('note = "he said ⟦"⟧hi""', 'this " ends the string', r'write "he said \"hi\""'),
    Slip("note = 'it'⟦s⟧", "unexpected s after the value"),
    Slip('note = "x" ⟦+ "y"⟧', 'unexpected + "y" after the value'),
    Slip('note = "x"⟦; seasons = 1⟧', "unexpected ; seasons = 1 after the value"),
    Slip('note = "100⟦\\%⟧"', "no such escape: \\%", BACKSLASH),
    Slip('note = """\nC:⟦\\p⟧\n"""', "no such escape: \\p", THREE_QUOTES),
    Slip('note = """it\'s ⟦\\d⟧"""', "no such escape: \\d", THREE_QUOTES),
    Slip('note = """⟦\\d⟧ \'\'\'"""', "no such escape: \\d", r"for a plain backslash write \\"),
    Slip('genres = ["a⟦\\d⟧", \'b\', "it\'s"]', "no such escape: \\d", BACKSLASH),
    Slip('note = "it\'s ⟦\\d⟧"', "no such escape: \\d", r"for a plain backslash write \\"),
    Slip('note = "C:⟦\\U⟧sers\\x"', "\\U comes before the eight hexadecimal digits of a character", BACKSLASH),
    Slip('note = "⟦\\u⟧12"', "\\u comes before the four hexadecimal digits of a character", BACKSLASH),
    Slip('note = "É⟦\0⟧"', "a string can't hold the character U+0000 as it is"),
    Slip('note = """\n⟦\x1b⟧"""', "a string can't hold the character U+001B as it is"),
    Slip("note = 'a⟦\x07⟧b'", "a string can't hold the character U+0007 as it is"),
    Slip("note = '''\na⟦\x7f⟧b'''", "a string can't hold the character U+007F as it is"),
]

BRACKETS = [
    Slip('genres = ⟦[⟧"drama"', "this array is not closed", "end it with ]"),
    Slip('genres = ⟦[⟧\n  "drama", # ]\n  "comedy]",', "this array is not closed", 'write "] and not ]"'),
    Slip('genres = ["a", ⟦[⟧"b"', "this array is not closed", "end it with ]"),
    Slip('ids = ⟦{⟧imdb = "tt1"', "this inline table is not closed", "end it with }"),
    Slip('genres = ["a"]⟦]⟧', "unexpected ] after the value"),
    Slip('genres = ["a"]⟦,⟧', "unexpected , after the value", "leave it out"),
    Slip('genres = ["a"] ⟦b⟧', "unexpected b after the value"),
    Slip('ids = {imdb = "tt1"}⟦}⟧', "unexpected } after the value"),
    Slip('genres = ["a" ⟦"b"]⟧', 'a comma is missing before "b"]'),
    Slip('genres = [\n  "a"\n  ⟦"b",⟧\n]', 'a comma is missing before "b",'),
    Slip('ids = {imdb = "tt1" ⟦tmdb = "2"}⟧', 'a comma is missing before tmdb = "2"}'),
    Slip('ids = {a = "1", ⟦a⟧ = "2"}', "a is in this table twice"),
    Slip('ids = {imdb⟦:⟧ "tt1"}', NO_EQUALS, "write ="),
    Slip('ids = {imdb ⟦"⟧tt1"}', 'expected "=" after the key'),
]

# What stands between the items of arrays and inline tables, or is missing there.
ITEMS = [
    Slip("genres = [⟦Area #51⟧]", "Area #51 is not a value", 'text must be in quotes: "Area #51"'),
    Slip("genres = [⟦Area # 51⟧]", "Area # 51 is not a value", 'text must be in quotes: "Area # 51"'),
    Slip("genres = [⟦Area #51⟧, 'x']", "Area #51 is not a value", 'text must be in quotes: "Area #51"'),
    Slip("ids = {x = ⟦Area #51⟧}", "Area #51 is not a value", 'text must be in quotes: "Area #51"'),
    Slip("ids = {imdb = ⟦Area⟧ #51}", "Area is not a value", "text must be in quotes, and # begins a comment"),
    Slip("genres = [\n ⟦Area⟧ #51\n]", "Area is not a value", "text must be in quotes, and # begins a comment"),
    Slip('genres = ["a"⟦\u00a0⟧, "b"]', "U+00A0 (no-break space) is no blank to TOML", BLANK),
    Slip('genres = ["a"⟦\u200b⟧]', "U+200B (zero width space) is no blank to TOML", BLANK),
    Slip('genres = ["a",⟦\u3000⟧"b"]', "U+3000 (ideographic space) is no blank to TOML", BLANK),
    Slip('genres = [\n  "a"⟦\u00a0⟧,\n  "b"\u00a0,\n]', "U+00A0 (no-break space) is no blank to TOML", BLANK),
    Slip('genres = ["a"⟦\u00a0⟧; "b"]', "U+00A0 (no-break space) is no blank to TOML", BLANK),
    Slip('ids = {a = "1"⟦\u00a0⟧}', "U+00A0 (no-break space) is no blank to TOML", BLANK),
    Slip('ids = {a⟦\u00a0⟧= "1"}', "U+00A0 (no-break space) is no blank to TOML", BLANK),
    Slip('ids = {⟦\u2003⟧a = "1"}', "U+2003 (em space) is no blank to TOML", BLANK),
    Slip('genres = ["a", "b"⟦)⟧', "expected ], found )", "write ]"),
    Slip('genres = ["a"⟦}⟧', "expected ], found }", "write ]"),
    Slip('genres = ["a"⟦］⟧', "expected ], found ］", "write ]"),
    Slip("genres = [⟦}⟧", "expected ], found }", "write ]"),
    Slip('genres = [["a"⟦)⟧, ["b"]]', "expected ], found )", "write ]"),
    Slip('genres = ["a"⟦)⟧, "b"]', "unexpected ) after the value", "leave it out"),
    Slip('genres = ["a"⟦)⟧, "b" "c"]', "expected ], found )"),
    Slip('ids = {imdb = "tt1"⟦]⟧', "expected }, found ]", "write }"),
    Slip('ids = [⟦{⟧imdb = "tt1"]', "this inline table is not closed", "end it with }"),
    Slip('ids = [{imdb = "tt1"⟦]⟧, {tmdb = "2"}]', "expected }, found ]", "write }"),
    Slip('genres = ["a"⟦;⟧ "b"]', "expected a comma, found ;", "write ,"),
    Slip('genres = ["a"⟦、⟧"b"]', "expected a comma, found 、", "write ,"),
    Slip('ids = {imdb = "tt1"⟦;⟧ tmdb = "2"}', "expected a comma, found ;", "write ,"),
    Slip('genres = ["a" ⟦|⟧ "b"]', "expected a comma, found |"),
    Slip('genres = ["a" ⟦// b⟧\n]', "expected a comma, found // b", "a comment begins with #"),
    Slip("genres = [⟦a; b⟧]", "a; b is not a value", "text must be in quotes, and a comma between two"),
    Slip('note = "a"⟦；⟧', "unexpected ； after the value", "leave it out"),
    Slip("genres = [⟦,⟧]", "expected a value, found ,", "leave it out"),
    Slip('genres = ["a",⟦,⟧ "b"]', "expected a value, found ,", "leave it out"),
    Slip("ids = {⟦,⟧}", "expected a key, found ,", "leave it out"),
    Slip("ids = {⟦= 1⟧}", "expected a key, found = 1"),
    Slip("ids = {⟦a⟧ =}", NO_VALUE, "write one, or leave the key out"),
    Slip("ids = {⟦a⟧ = , b = 1}", NO_VALUE, "write one, or leave the key out"),
    Slip('genres = {"a"⟦,⟧ "b"}', 'expected "=" after the key', "it must be an array"),
    Slip('ids = {⟦“a”⟧ = "1"}', "only straight quotes make a key", "write a"),
    Slip('ids = {⟦my key⟧ = "1"}', "a key is one word"),
    Slip('ids = {⟦é = "1"⟧}', 'expected a key, found é = "1"'),
    Slip('genres = "a"⟦, "b"⟧', 'unexpected , "b" after the value', 'write ["a", "b"]'),
    Slip('note = "a"⟦, "b"⟧', 'unexpected , "b" after the value'),
    Slip('genres = ⟦[⟧"Area" #51]', "this array is not closed", "the ] after # is part of a comment"),
    Slip('genres = [⟦/* x */ "a"⟧]', '/* x */ "a" is not a value', "a comment begins with #"),
    Slip('genres = ["a" ⟦/* x */⟧\n]', "expected a comma, found /* x */", "a comment begins with #"),
    Slip("genres = [⟦1#⟧]", "1# is not a value", 'text must be in quotes: "1#"'),
    Slip(f"⟦genres = {'[' * 150}⟧", "nested too deeply"),
    Slip("genres = [⟦“a, b”⟧, 'c']", "only straight quotes make a string", 'write "a, b"'),
    Slip("ids = [{imdb = 1, ⟦imdb⟧ = 2}]", "imdb is in this table twice"),
    Slip("ids = [{a = 1}, {b = {c = 1, ⟦c⟧ = 2}}]", "c is in this table twice"),
    Slip("ids = {a = 1, ⟦a.b⟧ = 2}", "a is in this table twice"),
    Slip("ids = {a.b = 1, ⟦a⟧ = 2}", "a is in this table twice"),
    Slip("ids = {a = {b = 1}, ⟦a.c⟧ = 2}", "a is in this table twice"),
    Slip("ids = {a.b = 1, ⟦a.b⟧ = 2}", "a.b is in this table twice"),
    Slip("ids = ⟦{⟧", "this inline table is not closed", "end it with }"),
    Slip("genres = ⟦[⟧ # none", "this array is not closed", "end it with ]"),
]

KEYS = [
    Slip("⟦genres⟧ =", NO_VALUE, "write one, or leave the key out"),
    Slip("⟦genres⟧ = # drama", NO_VALUE, "write one, or leave the key out"),
    Slip('genres =⟦=⟧ ["drama"]', 'one "=" is enough', "leave it out"),
    Slip('genres⟦:⟧ ["drama"]', NO_EQUALS, 'write genres = ["drama"]'),
    Slip('genres ⟦:⟧= ["drama"]', NO_EQUALS, 'write genres = ["drama"]'),
    Slip('"note"⟦:⟧ "x",', NO_EQUALS, 'write "note" = "x"'),
    Slip('⟦genres "drama"⟧', NO_PAIR),
    Slip('⟦= "drama"⟧', NEITHER),
    Slip("⟦two words⟧ = 1", "a key is one word"),
    Slip("⟦genrés⟧ = 1", "a key of such characters needs quotes", 'did you mean "genres"?'),
    Slip("⟦it's prose, 'tis⟧", NO_PAIR),
    Slip("⟦- drama⟧", NO_PAIR),
    Slip("⟦// drama⟧", NEITHER, "a comment begins with #"),
    Slip('⟦{"title": "x"}⟧', NEITHER),
    Slip("⟦}⟧", NEITHER),
    Slip("⟦<!-- drama -->⟧", NEITHER),
    Slip("⟦\u00a0⟧genres = ['x']", "U+00A0 (no-break space) is no blank to TOML", "write a plain blank, or none"),
]

VALUES = [
    Slip("status = ⟦running⟧", "running is not a value", 'text must be in quotes: "running"'),
    Slip("logline = ⟦Étoile, 2025⟧ # x", "Étoile, 2025 is not a value", 'text must be in quotes: "Étoile, 2025"'),
    Slip("genres = [⟦drama⟧, 'x']", "drama is not a value", 'text must be in quotes: "drama"'),
    Slip("genres = [\n  'x',\n  ⟦drama⟧,\n]", "drama is not a value", 'text must be in quotes: "drama"'),
    Slip("ids = {imdb = ⟦tt1⟧}", "tt1 is not a value", "text must be in quotes"),
    Slip("logline = ⟦“Étoile”⟧", "only straight quotes make a string", 'write "Étoile"'),
    Slip("logline = ⟦„Étoile“⟧", "only straight quotes make a string", 'write "Étoile"'),
    Slip("genres = ['x', ⟦‘drama’⟧]", "only straight quotes make a string", 'write "drama"'),
    Slip("note = ⟦True⟧", "True is not a value", 'text must be in quotes: "True"'),
    Slip("note = ⟦no⟧", "no is not a value", 'text must be in quotes: "no"'),
    Slip("note = ⟦None⟧", "None is not a value", LEAVE_OUT),
    Slip("genres = [⟦null⟧]", "null is not a value", LEAVE_OUT),
    Slip("seasons = ⟦01⟧", "01 begins with a zero", "write 1"),
    Slip("seasons = 1⟦,⟧", "unexpected , after the value", "leave it out"),
    Slip("seasons = 1⟦\u200b⟧", "U+200B (zero width space) is no blank to TOML", "write a plain blank, or none"),
    Slip(f"seasons = ⟦{'1' * 5000}⟧", "a number with too many digits"),
    Slip(f"⟦note = {'[' * 5000}{']' * 5000}⟧", "nested too deeply"),
]

# Quotes, apostrophes and signs in texts that have no quotes around them, or not enough of them.
QUOTES = [
    Slip("logline = ⟦C# for all⟧", "C# for all is not a value", 'text must be in quotes: "C# for all"'),
    Slip("logline = ⟦The #1 show⟧ # or so", "The #1 show is not a value", 'text must be in quotes: "The #1 show"'),
    Slip("genres = [⟦C#⟧, 'x']", "C# is not a value", 'text must be in quotes: "C#"'),
    Slip("logline⟦:⟧ x#a", NO_EQUALS, 'write "=", and a value after it'),
    Slip('note = ⟦Plays "Hamlet"⟧', 'Plays "Hamlet" is not a value', r'text must be in quotes: "Plays \"Hamlet\""'),
    Slip('note =⟦>⟧ "x"', 'one "=" is enough', "leave it out"),
    Slip('note = ⟦=⟧ "x"', 'one "=" is enough', "leave it out"),
    Slip('note = ⟦>⟧ "x"', "unexpected > before the value", "leave it out"),
    Slip("note = ⟦>⟧", "> is not a value", 'put """ at both ends of several lines'),
    Slip("note = ⟦=⟧", "= is not a value", "write one, or leave the key out"),
    Slip("genres = [⟦=⟧]", "= is not a value"),
    Slip('genres = ["Hello, ⟦"⟧World""]', 'this " ends the string', ESCAPE),
    Slip('genres = ["So, ⟦"⟧Hello, World"", "x"]', 'this " ends the string', ESCAPE),
    Slip('genres = ["a⟦"⟧ b", "c"]', 'this " ends the string', ESCAPE),
    Slip('genres = ["a, b⟦"⟧ c", "d"]', 'this " ends the string', ESCAPE),
    Slip('genres = ["a⟦"⟧ - b", "c"]', 'this " ends the string', ESCAPE),
    Slip('note = "a # b⟦"⟧ c"', 'this " ends the string', ESCAPE),
    Slip('note = "a # b⟦"⟧ c" # d', 'this " ends the string', ESCAPE),
    Slip(r'note = "a \"b⟦"⟧ c"', 'this " ends the string', ESCAPE),
    Slip("genres = [⟦:)⟧]", ":) is not a value", "text must be in quotes"),
    Slip('note = "a # ⟦"⟧b" c" # d', 'this " ends the string', r'write "a # \"b\" c"'),
    Slip("note = ⟦„x⟧", "„x is not a value", "text must be in quotes"),
    Slip("note = ⟦‹x⟧", "‹x is not a value", "text must be in quotes"),
    Slip("note = ⟦＂x⟧", "＂x is not a value", "text must be in quotes"),
    Slip("note = ⟦x＂⟧", "x＂ is not a value", "text must be in quotes"),
    Slip("note = ⟦`x⟧", "`x is not a value", "text must be in quotes"),
    Slip("note = ⟦’x’⟧", "’x’ is not a value", "text must be in quotes"),
    Slip("note = ⟦’tis x⟧", "’tis x is not a value", 'text must be in quotes: "’tis x"'),
    Slip("note = ⟦Der „Tatort“⟧", "Der „Tatort“ is not a value", 'text must be in quotes: "Der „Tatort“"'),
    Slip('note = ⟦"x＂⟧', NOT_CLOSED, 'end it with " and not with ＂'),
    Slip("genres = [⟦„x⟧, 'y']", "„x is not a value", "text must be in quotes"),
    Slip("genres = ⟦“x”, «y»⟧", "“x”, «y» is not a value", 'write ["x", "y"]'),
    Slip("genres = ⟦“x, y⟧", "“x, y is not a value", "it must be an array"),
    Slip("genres = ⟦“x, y”, “z”⟧", "“x, y”, “z” is not a value", "it must be an array"),
    Slip("note = ⟦&quot;x&quot;⟧", "&quot;x&quot; is not a value", 'text must be in quotes: "&quot;x&quot;"'),
    Slip("⟦＂note＂⟧ = 1", "only straight quotes make a key", "write note"),
    *(
        Slip(f"note = ⟦{left}it’s x{right}⟧", "only straight quotes make a string", 'write "it’s x"')
        for left, right in [
            "«»",
            "»«",
            "‹›",
            "›‹",
            "「」",
            "『』",
            "＂＂",
            "``",
            "´´",
            "””",
            "„”",
            "‚‘",
            "〝〞",
            ("``", "''"),
        ]
    ),
    Slip('note = ⟦r"x"⟧', 'r"x" is not a value', "text must be in quotes"),
    Slip('ids = ⟦[⟧imdb = "tt1"]', "expected {, found [", 'write {imdb = "tt1"}'),
    Slip("ids = {imdb = ⟦tt9335498 tmdb = 1⟧}", "tt9335498 tmdb = 1 is not a value", "text must be in quotes"),
    Slip("status = ⟦running⟧ #x", "running is not a value", 'text must be in quotes: "running"'),
    Slip("seasons = ⟦01⟧ #x", "01 begins with a zero", "write 1"),
    Slip("note = ⟦a premiere = 2019⟧", "a premiere = 2019 is not a value", "text must be in quotes"),
    Slip("note = ⟦Rollin'⟧", "Rollin' is not a value", "text must be in quotes"),
    Slip("note = ⟦6'2\"⟧", "6'2\" is not a value", "text must be in quotes"),
    Slip("note = ⟦6’2”⟧", "6’2” is not a value", "text must be in quotes"),
    Slip("note = ⟦“Go!” he said⟧", "“Go!” he said is not a value", 'text must be in quotes: "“Go!” he said"'),
    Slip("note = ⟦Tatort”⟧", "the opening quote is missing", 'write "Tatort"'),
    Slip('note = ⟦"“Go!”⟧', NOT_CLOSED, CLOSE),
    Slip("note = ⟦'Tatort\"⟧", NOT_CLOSED, "end it with ' and not with \""),
    Slip("genres = ⟦crime, drama]⟧", "crime, drama] is not a value", "it must be an array"),
    Slip("genres = ⟦crime; drama⟧", "crime; drama is not a value", 'write ["crime", "drama"]'),
    Slip('genres = [\n "x", ⟦// a comment⟧\n "y"\n]', "// a comment is not a value", "a comment begins with #"),
    Slip("genres = [\n ⟦- crime⟧\n]", "- crime is not a value", "text must be in quotes"),
    Slip('"note"⟦:⟧ null,', NO_EQUALS, 'write "=", and a value after it'),
    Slip("seasons = [⟦two⟧]", "two is not a value", "it must be an integer from 1 to 99999"),
    Slip("note = ⟦a[b⟧", "a[b is not a value", "text must be in quotes"),
    Slip("note = 'a\\⟦'⟧b'", "this ' ends the string", "put the text in double quotes"),
    Slip("note = ⟦Jean\u00a0Dupont⟧", "Jean\u00a0Dupont is not a value", 'text must be in quotes: "Jean\u00a0Dupont"'),
    Slip("note = 'It⟦'⟧s Always Sunny' # FX", "this ' ends the string", 'write "It\'s Always Sunny"'),
    Slip("note = 'the boys⟦'⟧ club'", "this ' ends the string", 'write "the boys\' club"'),
    Slip('note = "Freddy⟦"⟧ Schenk"', 'this " ends the string', r'write \" for each " inside "…"'),
    Slip('genres = [⟦"crime⟧, "drama"]', NOT_CLOSED, 'end it with "'),
    Slip("genres = ['crime', 'children⟦'⟧s']", "this ' ends the string", 'write "children\'s"'),
    Slip('ids = {imdb = ⟦"tt1⟧, tvdb = "8"}', NOT_CLOSED, 'end it with "'),
    Slip("ids = {imdb = ⟦0806910⟧}", "0806910 is not a value", 'write "tt0806910"'),
    Slip("status = ⟦run\u3164ning⟧", r"run\u3164ning is not a value", 'did you mean "running"?'),
    Slip("premiere = ⟦2015-04-24 2015-05-01⟧", "2015-04-24 2015-05-01 is not a value", A_DATE),
    Slip("premiere = ⟦2015-04-??⟧", "2015-04-?? is not a date", 'write "2015-04", in quotes'),
    Slip("premiere = ⟦2015\u221204\u221224⟧", "2015\u221204\u221224 is not a date", "write 2015-04-24"),
    Slip("⟦note!⟧ = 'x'", "a key of such characters needs quotes", 'did you mean "note"?'),
]

# Wrong, missing or too many quotes and brackets at the ends of values.
ENDS = [
    *(
        Slip(f'genres = [⟦"comedy{mark}⟧, "drama"]', NOT_CLOSED, f'end it with " and not with {mark}')
        for mark in "“”„«»`´‘’'＂"
    ),
    *(Slip(f'status = ⟦"cancelled{mark}⟧', NOT_CLOSED, f'end it with " and not with {mark}') for mark in "“”„«»`´'"),
    Slip('ids = {imdb = ⟦"tt0000001”⟧, tmdb = "3"}', NOT_CLOSED, 'end it with " and not with ”'),
    Slip('ids = {tmdb = "3", imdb = ⟦"tt0000001”⟧}', NOT_CLOSED, 'end it with " and not with ”'),
    Slip('genres = ["comedy", ⟦"drama”⟧]', NOT_CLOSED, 'end it with " and not with ”'),
    Slip("genres = [⟦'comedy\"⟧, 'drama']", NOT_CLOSED, "end it with ' and not with \""),
    Slip('genres = [⟦"der „Tatort“⟧, "x"]', NOT_CLOSED, 'end it with "'),
    Slip("note = ⟦\"the boys'⟧", NOT_CLOSED, CLOSE),
    Slip("note = ⟦\"is 5'10”⟧", NOT_CLOSED, CLOSE),
    Slip('genres = ⟦[⟧"comedy", "drama]"', "this array is not closed", 'write "] and not ]"'),
    Slip('genres = ⟦[⟧"comedy", "drama [2]"', "this array is not closed", "end it with ]"),
    Slip('ids = ⟦{⟧imdb = "tt1}"', "this inline table is not closed", 'write "} and not }"'),
    Slip('ids = [⟦{⟧imdb = "tt1}"]', "this inline table is not closed", 'write "} and not }"'),
    Slip('note = ⟦\\"Étoile\\"⟧', "only straight quotes make a string", 'write "Étoile"'),
    Slip('note = ⟦,⟧"Étoile"', "unexpected , before the value", "leave it out"),
    Slip('note = ⟦;⟧ "Étoile"', "unexpected ; before the value", "leave it out"),
    Slip('note = ⟦.⟧"Étoile"', "unexpected . before the value", "leave it out"),
    Slip('note = ⟦"Étoile\\"⟧', NOT_CLOSED, TAKEN),
    Slip('genres = [⟦"comedy\\"⟧, "drama"]', NOT_CLOSED, TAKEN),
    Slip('genres = ["comedy", ⟦"drama\\"]⟧', NOT_CLOSED, TAKEN),
    Slip('note = ⟦"say \\"hi\\"⟧', NOT_CLOSED, CLOSE),
    *(
        Slip(f"note = ⟦{left}Étoile{right}⟧", 'one " at each end is enough', 'write "Étoile"')
        for left, right in [('""', '""'), ('"', '""'), ('""', '"'), ('"""', '"'), ('"""', '""'), ('"', '"""')]
    ),
    Slip("note = ⟦''Étoile''⟧", "one ' at each end is enough", 'write "Étoile"'),
    Slip('note = "It⟦\\\'⟧s"', "no such escape: \\'", "leave out the backslash"),
    Slip('note = "⟦\\“⟧It”"', "no such escape: \\“", "leave out the backslash"),
    Slip("note = 'Étoile⟦'⟧'", "this ' ends the string", "put the text in double quotes"),
    Slip("note = '⟦'⟧Étoile'", "this ' ends the string", "put the text in double quotes"),
    Slip('note = "5 feet 10⟦"⟧"', 'this " ends the string', ESCAPE),
    Slip('note = "⟦"⟧A" and "B""', 'this " ends the string', ESCAPE),
    Slip('genres = ["comedy", ⟦"drama""⟧]', 'one " at each end is enough', 'write "drama"'),
    Slip('genres = [⟦""comedy""⟧, ""drama""]', 'one " at each end is enough', "leave out the others"),
    Slip('genres = ["comedy", ⟦"⟧,"drama"]', NOT_CLOSED),
    Slip("genres = ⟦<comedy, drama>⟧", "<comedy, drama> is not a value", "it must be an array"),
    Slip('genres = ⟦split("a,b")⟧', 'split("a,b") is not a value', "it must be an array"),
    Slip("genres = ⟦set(comedy)⟧", "set(comedy) is not a value", "it must be an array"),
    Slip('ids = ⟦[⟧imdb = "tt1", tmdb = "3" ]', "expected {, found [", 'write {imdb = "tt1", tmdb = "3" }'),
    Slip('ids = ⟦[⟧imdb: "tt1"]', "expected {, found [", "an inline table is written in { and }"),
    Slip('ids = ⟦imdb = "tt1"}⟧', "the opening { is missing", "begin it with {"),
    Slip('genres = ⟦"comedy", "drama"]⟧', "the opening [ is missing", "begin it with ["),
    Slip('genres = ⟦"comedy"]⟧ # x', "the opening [ is missing", "begin it with ["),
    Slip('genres = ⟦"[comedy", "drama"]⟧', "the opening [ is missing", 'write [" and not "['),
    Slip("seasons = ⟦[⟧1", "unexpected [ before the value", "leave it out"),
    Slip('genres = ["B (2"⟦)⟧]', "expected ], found )"),
    Slip('genres = ⟦"["comedy", "drama"]"⟧', "the quotes around this array are too many", 'write ["comedy", "drama"]'),
    Slip('ids = ⟦"{imdb = "tt1"}"⟧', "the quotes around this inline table are too many", 'write {imdb = "tt1"}'),
    Slip("note = ⟦[Étoile]⟧", "[Étoile] is not a value", "text must be in quotes"),
    *(
        Slip(f"note = ⟦{mark}⟧", f"{mark} is not a value", 'put """ at both ends of several lines')
        for mark in ("|", "\\", "```")
    ),
    Slip("⟦note⟧ = #blackAF", NO_VALUE, "text must be in quotes, and # begins a comment"),
]

# Signs that are not `=`, letters that are not of Latin, and lines that have no key.
SIGNS = [
    *(
        Slip(f'note ⟦{sign}⟧"Étoile"', f'expected "=" after the key, found "{sign}"', 'write note = "Étoile"')
        for sign in ("＝", "：", "->", "→")
    ),
    Slip('note⟦.⟧= "Étoile"', "unexpected . after the key", "leave it out"),
    Slip('⟦not\u0435⟧ = "x"', "U+0435 (cyrillic small letter ie) is no Latin letter", "write note"),
    Slip('⟦g\u0435nr\u0435⟧ = "x"', "U+0435 (cyrillic small letter ie) is no Latin letter", 'did you mean "genres"?'),
    Slip("⟦\u043d\u0430\u0437\u0432⟧ = 1", "no key of this table has such characters"),
    Slip("⟦https://x.org/a⟧", NO_PAIR, 'an address is written in quotes, after a key and "="'),
    Slip("⟦www.x.org/a⟧", NO_PAIR, 'an address is written in quotes, after a key and "="'),
]

DATES = [
    Slip("premiere = ⟦2025-4-24⟧", "2025-4-24 is not a date", "write 2025-04-24"),
    Slip("premiere = ⟦2025/04/24⟧", "2025/04/24 is not a date", "write 2025-04-24"),
    Slip("premiere = ⟦24-04-2025⟧", "24-04-2025 is not a date", ISO),
    Slip("premiere = ⟦24.04.2025⟧", "24.04.2025 is not a date", ISO),
    Slip("premiere = ⟦2025-04⟧", "2025-04 is not a date", 'write "2025-04", in quotes'),
    Slip("premiere = ⟦2025-02-30⟧", "there is no such day or time: 2025-02-30", code=BAD_VALUE),
    Slip("premiere = ⟦2025-13-01⟧", "there is no such day or time: 2025-13-01", code=BAD_VALUE),
    Slip(
        "premiere = ⟦2025-02-30T10:00:00Z⟧",
        "there is no such day or time: 2025-02-30T10:00:00Z",
        code=BAD_VALUE,
    ),
]

HEADERS = [
    Slip("⟦[cast⟧", "this header is not closed", "write [[cast]]"),
    Slip("⟦[[cast]⟧", "this header is not closed", "write [[cast]]"),
    Slip("[cast]⟦]⟧", "unexpected ] after a header", "write [[cast]]"),
    Slip("[[cast]] ⟦x⟧", "unexpected x after a header"),
    Slip("⟦[]⟧", NO_HEADER),
    Slip("⟦[[]]⟧", NO_HEADER),
    Slip("⟦[my show]⟧", NO_HEADER, "a name is one word, or is written in quotes"),
    Slip("⟦[a..b]⟧", NO_HEADER),
    Slip("⟦[“show”]⟧", NO_HEADER, "write [show]"),
]

SLIPS = [*STRINGS, *BRACKETS, *ITEMS, *KEYS, *VALUES, *QUOTES, *ENDS, *SIGNS, *DATES]

# What is told so only where it is known which values the key takes.
DECLARED = [
    Slip(
        "note = ⟦[Watching: a, b]⟧",
        "[Watching: a, b] is not a value",
        'text must be in quotes: "[Watching: a, b]"',
    ),
]
