"""What KEY=VALUE, KEY+=VALUE, KEY-=VALUE and KEY= on a command line mean for the keys of a record."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from shlex import quote
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.edit.given.typed import from_texts, is_list, is_text, takes_several
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion

_ASSIGNMENT = re.compile(r"([A-Za-z_](?:[\w-]*\w)?)(?:\.([\w-]*\w))?([+-]?=)(.*)", re.DOTALL)
# An address with an equals sign in it is a word.
_LIKE_ASSIGNMENT = r"[\w.+-]*\s*[+-]?="
_SIGN = r"[+-]?="


class Action(StrEnum):
    """What is to be done with a key."""

    SET = "="
    ADD = "+="
    TAKE = "-="


class Assignment(Struct, frozen=True):
    """What is to be done with a key of a record, or with a key of the table it holds, and the texts given for it.

    No text takes the key out.
    """

    key: str
    name: str | None
    action: Action
    texts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The key as it is written."""
        return self.key if self.name is None else f"{self.key}.{self.name}"


def is_assignment(argument: str) -> bool:
    """Return whether an argument is, or was meant to be, KEY=VALUE, and not a word."""
    return re.match(_LIKE_ASSIGNMENT, argument) is not None


def assignments(arguments: Iterable[str], known: Mapping[str, Declared]) -> Sequence[Assignment]:
    """Return what arguments ask for, those of the same key together. `known` has the keys of the record.

    Raises UsageError if one is no assignment, or one key has several values, or several things are to be done with it.
    """
    found: dict[tuple[str, str | None], Assignment] = {}
    given = list(arguments)
    for position in range(len(given)):
        each = _assignment(given, position)
        before = found.get((each.key, each.name))
        found[each.key, each.name] = _together(before, each, known) if before else each
    for each in found.values():
        if each.name is not None and (each.key, None) in found:
            raise UsageError(f"{each.key} is to be changed in several ways at once")
        _refuse_wrong_action(each, known.get(each.key), declared_of(each, known))
    return list(found.values())


def declared_of(assignment: Assignment, known: Mapping[str, Declared]) -> Declared | None:
    """Return the declaration of what is assigned; `None` if the record has no such key."""
    declared = known.get(assignment.key)
    return declared.at((assignment.name,)) if declared and assignment.name is not None else declared


def value_of(assignment: Assignment, known: Mapping[str, Declared]) -> Any:
    """Return the value that an assignment gives."""
    return from_texts(declared_of(assignment, known), assignment.texts)


def _assignment(arguments: Sequence[str], position: int) -> Assignment:
    argument = arguments[position]
    found = _ASSIGNMENT.fullmatch(argument)
    if found is None:
        raise UsageError(f'not KEY=VALUE: "{argument}"', hint=_hint_to(arguments, position))
    key, name, action, text = found.groups()
    if not is_text(text):
        raise UsageError(f'the value of {key} is not UTF-8: "{argument}"')
    if not text and action != Action.SET:
        raise UsageError(f'no value is given: "{argument}"', hint=f"{key}= takes the key out")
    return Assignment(key, name, Action(action), (text,) if text else ())


def _hint_to(arguments: Sequence[str], position: int) -> str:
    """Return what to write in place of an argument that is no assignment: without blanks, if a shell has parted it."""
    before, this, after, last = ([""] + [each.strip() for each in arguments] + ["", ""])[position : position + 4]
    if re.match(_SIGN, this):  # the key was a word
        this, after, last = before if re.fullmatch(r"[\w.-]+", before) else "KEY", this, after
    if re.match(_SIGN, after) and re.fullmatch(r"[\w.-]+", this):
        this += after if not re.fullmatch(_SIGN, after) else f"{after}{last}"
    elif re.fullmatch(rf"[\w.-]+{_SIGN}", before):
        this = f"{before}{this}"
    found = re.fullmatch(rf"([\w.-]+)\s*({_SIGN})\s*(.*)", this, re.DOTALL)
    if not found or not _ASSIGNMENT.fullmatch(f"{found[1]}{found[2]}"):
        return 'a value with blanks has quotes: title="The Swap"'
    key, sign, text = found.groups()
    return f"no blanks belong around the {sign}, so write {key}{sign}{quote(text) if text else 'VALUE'}"


def _together(before: Assignment, after: Assignment, known: Mapping[str, Declared]) -> Assignment:
    if before.action is not after.action or not (before.texts and after.texts):
        raise UsageError(f"{after.shown} is to be changed in several ways at once")
    declared = declared_of(after, known)
    if not takes_several(declared) and not (declared and declared.name):
        raise UsageError(f"{after.shown} is given twice, and holds one value")
    return Assignment(after.key, after.name, after.action, before.texts + after.texts)


def refuse_unknown(
    asked: Iterable[Assignment], known: Mapping[str, Declared], records: Collection[Mapping[str, Any]] = ()
) -> None:
    """Raise UsageError if a key is to go, or a part of its value, that there is not, and that no record has.

    `check` tells of one that is new.
    """
    for each in asked:
        takes_out = each.action is Action.TAKE or not each.texts
        if takes_out and each.key not in known and not any(each.key in record for record in records):
            guess = suggestion(nearest(each.key, known))
            raise UsageError(f'no such key "{each.key}"{guess}', hint=f"the keys are {', '.join(known)}")


def _refuse_wrong_action(assignment: Assignment, outer: Declared | None, declared: Declared | None) -> None:
    if assignment.action is not Action.SET and declared is not None and not is_list(declared):
        raise UsageError(
            f"{assignment.shown} holds no list: {assignment.action} is for lists",
            hint=f"{assignment.shown}=VALUE gives it a value, {assignment.shown}= takes it out",
        )
    if assignment.name is not None and outer is not None and not outer.name:
        raise UsageError(
            f"{assignment.key} holds no table: there is no {assignment.shown}", hint=f"{assignment.key}=VALUE"
        )
    if declared is not None and declared.name and assignment.texts:
        raise _holds_table(assignment, declared)


def _holds_table(assignment: Assignment, declared: Declared) -> UsageError:
    """Return the error that a text is given for a table; the hint writes `titles=en=A` as it was probably meant."""
    written = [re.fullmatch(r"\s*([\w-]+)\s*=\s*(.+)", text, re.DOTALL) for text in assignment.texts]
    meant = [f"{assignment.shown}.{each[1]}={each[2]}" for each in written if each]
    names = declared.name.examples if declared.name else []
    example = f"{assignment.shown}.{names[0] if names else 'KEY'}=VALUE"
    hint = " ".join(map(quote, meant)) if len(meant) == len(written) else example
    return UsageError(f"{assignment.shown} holds a table: a key of it has to be named", hint=hint)


def record_of(arguments: Iterable[str], known: Mapping[str, Declared]) -> Mapping[str, Any]:
    """Return the record that KEY=VALUE arguments give; KEY= gives no value.

    Raises UsageError as `assignments` does, or if a list is to be changed that a new record doesn't have.
    """
    record: dict[str, Any] = {}
    asked = assignments(arguments, known)
    refuse_unknown(asked, known)
    for each in asked:
        if each.action is Action.TAKE:
            raise UsageError(f"a new record has nothing that {each.shown}-= could take out")
        if not each.texts:
            continue
        value = value_of(each, known)
        if each.name is None:
            record[each.key] = value
        else:
            record.setdefault(each.key, {})[each.name] = value
    return record
