"""Inputs: whatever is sent is either taken as the specification says or refused with a message for its field."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobforge import inputs
from jobforge.enums import FocusArea, PriorityLevel
from jobforge.errors import UnsupportedMediaType, ValidationError
from jobforge.inputs import Input, read
from jobforge.operations.applications import fold, make_name, searchable
from jobforge.storage.models import now

SHAPES: list[type[Input]] = [
    inputs.Register,
    inputs.Login,
    inputs.ApplicationCreate,
    inputs.ApplicationChange,
    inputs.ResumeWrite,
    inputs.DocumentWrite,
    inputs.CoverLetterStart,
    inputs.ApplicationList,
    inputs.ApplicationSearch,
    inputs.PageSize,
]
FIELDS = sorted({name for shape in SHAPES for name in shape.model_fields})
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
AD = "x" * 50
NEW = {"company_name": "C", "role_title": "R", "job_description": AD}


def details(shape: type[Input], value: object) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        read(shape, value)
    return caught.value.details


@given(st.sampled_from(SHAPES), st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_anything_is_taken_or_refused_with_messages(shape: type[Input], value: dict[str, Any]) -> None:
    try:
        taken = read(shape, value)
    except ValidationError as error:
        assert error.details.keys() <= shape.model_fields.keys()
        assert all(said and all(isinstance(line, str) and line for line in said) for said in error.details.values())
        json.dumps(error.details).encode()
    else:
        assert taken.model_fields_set <= value.keys()


@given(ANYTHING.filter(lambda value: not isinstance(value, dict) and value is not None))
def test_what_is_no_object_is_refused(value: object) -> None:
    assert details(inputs.ApplicationCreate, value) == {}


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=50, max_size=200))
def test_contents_are_kept_as_sent(text: str) -> None:
    if text.strip():
        assert read(inputs.ApplicationCreate, NEW | {"job_description": text}).job_description == text
    else:
        assert details(inputs.ApplicationCreate, NEW | {"job_description": text}).keys() == {"job_description"}


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300))
def test_names_are_stripped_before_they_are_measured(text: str) -> None:
    kept = text.strip()
    if 1 <= len(kept) <= 255:
        assert read(inputs.ApplicationCreate, NEW | {"company_name": text}).company_name == kept
    else:
        word = inputs.REQUIRED if not kept else "Must be at most 255 characters"
        assert details(inputs.ApplicationCreate, NEW | {"company_name": text}) == {"company_name": [word]}


@given(st.text(max_size=40), st.sampled_from("\0\ud800\udfff"), st.text(max_size=40))
def test_what_cannot_be_stored_is_refused(before: str, character: str, after: str) -> None:
    text = before + character + after + AD
    for name in ("company_name", "job_description", "location", "job_url", "additional_context"):
        assert details(inputs.ApplicationCreate, NEW | {name: text}).keys() == {name}


@pytest.mark.parametrize(
    "address",
    [
        "jo@example.com",
        " JO@Example.COM ",
        "a.b+c@sub.example.co.uk",
        "ü@bücher.example",
        "o'hara@x-y.io",
        "x" * 64 + "@a.de",
    ],
)
def test_addresses_are_folded(address: str) -> None:
    given = {"email": address, "password": "abcdefg1", "full_name": "Jo"}
    assert read(inputs.Register, given).email == address.strip().lower()


@pytest.mark.parametrize(
    "address",
    [
        *("", " ", "jo", "jo@", "@example.com", "jo@example", "a b@example.com", "jo@-x.com", "jo@x..com", "jo@@x.com"),
        *("jo@x.com\n.de", "x" * 65 + "@example.com", "a@" + "x." * 130 + "de", "jo@example.com, al@example.com"),
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    given = {"email": address, "password": "abcdefg1", "full_name": "Jo"}
    assert details(inputs.Register, given).keys() == {"email"}


@pytest.mark.parametrize("password", ["abcdefg1", "1" * 71 + "a", "pässwörter1", "  a1     ", "文字文字文字文1"])
def test_passwords_with_a_letter_and_a_digit_are_taken(password: str) -> None:
    given = {"email": "jo@example.com", "password": password, "full_name": "Jo"}
    assert read(inputs.Register, given).password == password


@pytest.mark.parametrize(
    "password", ["abcdef1", "abcdefgh", "12345678", "!!!!!!!!", "ü" * 36 + "1", "a1\0aaaaaa", None]
)
def test_other_passwords_are_refused(password: object) -> None:
    given = {"email": "jo@example.com", "password": password, "full_name": "Jo"}
    assert details(inputs.Register, given).keys() == {"password"}


@pytest.mark.parametrize(
    "url",
    ["https://example.com", "HTTP://EXAMPLE.com:8080/a?b=c#d", "http://[::1]/x", "https://user:p@example.com/%20ü"],
)
def test_web_addresses_are_kept_as_sent(url: str) -> None:
    assert read(inputs.ApplicationCreate, NEW | {"job_url": url}).job_url == url


def test_white_space_around_a_web_address_is_stripped() -> None:
    url = " \thttps://example.com/jobs/1\r\n"
    assert read(inputs.ApplicationCreate, NEW | {"job_url": url}).job_url == "https://example.com/jobs/1"


@pytest.mark.parametrize(
    "url",
    [
        *(
            "example.com",
            "ftp://example.com",
            "http://",
            "http:///x",
            "https://exa mple.com",
            "//example.com",
            "http://a:b",
        ),
        *("javascript:alert(1)", "http://[::1", "http://example.com:99999", "http://example.com/\na", "mailto:a@b.de"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert details(inputs.ApplicationCreate, NEW | {"job_url": url}) == {
        "job_url": ["Must be a valid HTTP or HTTPS URL"]
    }


def test_absent_and_null_are_told_apart() -> None:
    assert read(inputs.ApplicationChange, {}).model_fields_set == set()
    changed = read(inputs.ApplicationChange, {"location": None, "job_url": " "})
    assert changed.model_fields_set == {"location", "job_url"}
    assert (changed.location, changed.job_url) == (None, None)
    for name in ("company_name", "role_title", "job_description", "priority_level"):
        assert details(inputs.ApplicationChange, {name: None}) == {name: [inputs.REQUIRED]}


def test_an_error_of_the_door_is_raised_in_its_turn() -> None:
    with pytest.raises(UnsupportedMediaType):
        read(inputs.DocumentWrite, UnsupportedMediaType())


@pytest.mark.parametrize("name", ["limit", "offset"])
@given(st.text(max_size=6))
def test_numbers_in_an_address_are_numbers_or_refused(name: str, text: str) -> None:
    try:
        value = getattr(read(inputs.ApplicationList, {name: text}), name)
    except ValidationError as error:
        assert list(error.details) == [name]
    else:
        assert value == int(float(text))


def test_words_are_those_of_the_enumerations() -> None:
    for word in PriorityLevel:
        assert read(inputs.ApplicationCreate, NEW | {"priority_level": word.value}).priority_level is word
    for area in FocusArea:
        given = {"name": "n", "content": "c" * 100, "focus_area": area.value}
        assert read(inputs.ResumeWrite, given).focus_area is area


@given(st.text(max_size=300), st.text(max_size=300))
def test_names_of_applications_are_words_of_ascii_with_the_whole_date(company: str, role: str) -> None:
    moment = now()
    name = make_name(company, role, moment)
    assert name.endswith(moment.strftime("_%Y_%m_%d"))
    assert len(name) <= 255
    assert name.isascii()
    assert name == name.lower()
    assert all(name.split("_"))
    assert name.replace("_", "").isalnum()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_folding_is_the_same_for_what_is_searched_and_what_is_found(text: str) -> None:
    for spelt in (text, text.upper(), text.lower()):
        assert all(word in searchable(spelt, "", None) for word in fold(spelt).split())
    assert fold(fold(text)) == fold(text)
