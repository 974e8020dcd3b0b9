"""Countries that are no more: those of ISO 3166-3 whose codes of two letters name no country today.

Left out are AI, BQ, GE and SK, which ISO 3166-1 has given to other countries since. CS was given twice: to
Czechoslovakia until 1993, and to Serbia and Montenegro from 2003 to 2006. Their codes of four letters tell them apart.
"""

from collections.abc import Mapping

from msgspec import Struct

from etoile_cli.text.folding import fold


class FormerCountry(Struct, frozen=True):
    """A country of the past: its English name, the year in which its code was withdrawn, and its only successor."""

    name: str
    until: int
    successor: str = ""

    @property
    def gone(self) -> str:
        """`East Germany has been no country since 1990`."""
        return f"{self.name} has been no country since {self.until}"


FORMER_COUNTRIES: Mapping[str, FormerCountry] = {
    "AN": FormerCountry("Netherlands Antilles", 2010),
    "BU": FormerCountry("Burma", 1989, "MM"),
    "CS": FormerCountry("Czechoslovakia or Serbia and Montenegro", 2006),
    "CSHH": FormerCountry("Czechoslovakia", 1993),
    "CSXX": FormerCountry("Serbia and Montenegro", 2006),
    "CT": FormerCountry("Canton and Enderbury Islands", 1984, "KI"),
    "DD": FormerCountry("East Germany", 1990, "DE"),
    "DY": FormerCountry("Dahomey", 1977, "BJ"),
    "FQ": FormerCountry("French Southern and Antarctic Territories", 1979),
    "FX": FormerCountry("Metropolitan France", 1997, "FR"),
    "HV": FormerCountry("Upper Volta", 1984, "BF"),
    "JT": FormerCountry("Johnston Island", 1986, "UM"),
    "MI": FormerCountry("Midway Islands", 1986, "UM"),
    "NH": FormerCountry("New Hebrides", 1980, "VU"),
    "NQ": FormerCountry("Queen Maud Land", 1983, "AQ"),
    "NT": FormerCountry("Neutral Zone", 1993),
    "PC": FormerCountry("Trust Territory of the Pacific Islands", 1986),
    "PU": FormerCountry("U.S. Miscellaneous Pacific Islands", 1986, "UM"),
    "PZ": FormerCountry("Panama Canal Zone", 1980, "PA"),
    "RH": FormerCountry("Southern Rhodesia", 1980, "ZW"),
    "SU": FormerCountry("Soviet Union", 1992),
    "TP": FormerCountry("East Timor", 2002, "TL"),
    "VD": FormerCountry("North Vietnam", 1977, "VN"),
    "WK": FormerCountry("Wake Island", 1986, "UM"),
    "YD": FormerCountry("South Yemen", 1990, "YE"),
    "YU": FormerCountry("Yugoslavia", 2003),
    "ZR": FormerCountry("Zaire", 1997, "CD"),
}
"""The countries of the past by their codes."""

_OTHER_NAMES: Mapping[str, str] = {
    "csfr": "CSHH",
    "csr": "CSHH",
    "cssr": "CSHH",
    "czech and slovak federative republic": "CSHH",
    "czechoslovak socialist republic": "CSHH",
    "ddr": "DD",
    "deutsche demokratische republik": "DD",
    "gdr": "DD",
    "german democratic republic": "DD",
    "sfrj": "YU",
    "sfry": "YU",
    "socialist federal republic of yugoslavia": "YU",
    "union of soviet socialist republics": "SU",
    "ussr": "SU",
    "yucs": "YU",
}


def former_country(name: str) -> str:
    """Return the code of a country of the past by its English name, or its code of four letters; empty if none."""
    names = {**{_plain(each.name): code for code, each in FORMER_COUNTRIES.items()}, **_OTHER_NAMES}
    of_four_letters = {f"{code}{each.successor or 'HH'}": code for code, each in FORMER_COUNTRIES.items()}
    return names.get(_plain(name), "") or of_four_letters.get(name.upper(), "")


def _plain(name: str) -> str:
    return fold(name).replace(".", "").removeprefix("the ")
