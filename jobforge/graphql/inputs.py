"""The inputs of mutations, and what was really sent of them."""

from dataclasses import fields
from datetime import datetime
from typing import Any

import strawberry
from strawberry import UNSET

from jobforge.enums import FocusArea, PriorityLevel


@strawberry.input
class RegisterInput:
    email: str
    password: str
    full_name: str


@strawberry.input
class LoginInput:
    email: str
    password: str


@strawberry.input
class CreateApplicationInput:
    company_name: str
    role_title: str
    job_description: str
    job_url: str | None = UNSET
    location: str | None = UNSET
    priority_level: PriorityLevel | None = UNSET
    additional_context: str | None = UNSET
    deadline: datetime | None = UNSET
    salary: str | None = UNSET
    found_via: str | None = UNSET
    tags: list[str] | None = UNSET


@strawberry.input(description="A field left out stays as it is; null empties a field that may be empty.")
class UpdateApplicationInput:
    company_name: str | None = UNSET
    role_title: str | None = UNSET
    job_description: str | None = UNSET
    job_url: str | None = UNSET
    location: str | None = UNSET
    priority_level: PriorityLevel | None = UNSET
    additional_context: str | None = UNSET
    deadline: datetime | None = UNSET
    salary: str | None = UNSET
    found_via: str | None = UNSET


@strawberry.input
class ResumeInput:
    name: str
    content: str
    focus_area: FocusArea | None = UNSET
    is_primary: bool | None = UNSET


def given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were sent; null is something sent."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def or_none(value: Any) -> Any:
    """The argument, or None where it was not sent."""
    return None if value is UNSET else value


def sent(value: Any) -> dict[str, Any]:
    """The fields of an input that were sent."""
    return given(**{field.name: getattr(value, field.name) for field in fields(value)})
