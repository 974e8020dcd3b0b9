import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etoile_cli.text.folding import fold
from tests.strategies import thorough

texts = st.text()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        (" \t\n ", ""),
        ("Lou de Laâge", "lou de laage"),
        ("LAÂGE", "laage"),
        ("Étoile", "etoile"),
        ("e\u0301toile", "etoile"),
        ("Œuvre", "oeuvre"),
        ("Cæsar Ærø", "caesar aero"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing"),
        ("Đặng Þór Ðe", "dang thor de"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Iıİi", "iiii"),
        ("Ħamrun Ŧ", "hamrun t"),
        ("ﬁnale ①②", "finale 12"),
        ("Ｅｔｏｉｌｅ", "etoile"),
        ("Σίσυφος", "σισυφοσ"),
        ("d’Épinay d'Épinay dʼÉpinay ‘x’", "d'epinay d'epinay d'epinay 'x'"),
        ('“a” «b» "c"', '"a" "b" "c"'),
        ("a–b—c‐d‑e−f-g", "a-b-c-d-e-f-g"),
        ("„Tatort“ ‚x‘ ‹y› »z« 「w」", '"tatort" \'x\' \'y\' "z" "w"'),
        ("O´Neil O′Neil Hawaiʻi 6″", "o'neil o'neil hawai'i 6''"),
        ("Yaʿqub Yaʾqub Ya`qub a`b", "ya'qub ya'qub ya'qub a'b"),
        ("a`b", "a'b"),
        ("❝x❞ l\u200erm \u2067rtl\u2069", '"x" lrm rtl'),
        ("צ׳ק צה״ל", "צ'ק צה\"ל"),
        ("Tat\u00adort Tat\u2060ort Tat\u200bort \ufeffTatort", "tatort tatort tatort tatort"),
        ("می\u200cخواهم", "میخواهم"),
        ("أحمد إسلام آمال ٱلله", "احمد اسلام امال الله"),
        ("مُحَمَّد محـمد", "محمد محمد"),
        ("שָׁלוֹם", "שלום"),
        ("\u2060\u200b", ""),
        ("  two \t\r\n words  ", "two words"),
        ("no\xa0break\u3000wide", "no break wide"),
        ("S01E07", "s01e07"),
        ("100% & [x] / y", "100% & [x] / y"),
    ],
)
def test_spellings_fold_into_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text", ["日本語", "が", "かき", "한국어", "العربية", "עברית", "ไทย", "हिन्दी", "தமிழ்", "👩👧"]
)
def test_scripts_without_such_variants_come_back_as_they_are(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("ñ", "m"), ("o", "0")])
def test_other_letters_stay_other_letters(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@thorough
@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@thorough
@given(texts, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_normal_forms_fold_alike(text: str, form: str) -> None:
    assume("´" not in text)  # its compatibility decomposition is a blank with an accent
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@thorough
@given(st.text(st.characters(exclude_categories=["Cs", "Mn"])))
def test_case_folds_away(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@thorough
@given(texts)
def test_white_space_folds_to_single_blanks(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())
    assert fold(f"\n {text}\t") == fold(text)


@thorough
@given(st.lists(texts))
def test_words_fold_one_by_one(words: list[str]) -> None:
    assert fold(" ".join(words)) == " ".join(filter(None, map(fold, words)))
