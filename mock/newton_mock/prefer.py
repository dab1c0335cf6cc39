"""`Prefer`: the answer that one request asks for, `code=503` or `example=NAME`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newton_mock.contract import Example, Operation
from newton_mock.validation import Violation

_ASKED = re.compile(r'(?:^|[\s,;])(code|example)\s*=\s*"?([^\s,;"]*)')

_STATUS = re.compile(r"[2-5][0-9]{2}")


@dataclass(frozen=True, slots=True)
class Preference:
    """A status, an example of the contract by its name, or the example of that name under that status."""

    code: str | None
    example: str | None

    @classmethod
    def of(cls, header: str) -> Preference | None:
        """What a `Prefer` header asks for; None when nothing that is known here."""
        asked: dict[str, str] = dict(_ASKED.findall(header))
        return cls(asked.get("code"), asked.get("example")) if asked else None

    def choose(self, operation: Operation) -> Example | Violation:
        """The answer of the contract that is asked for, or why there is none.

        An error status that the contract shows no example of is an answer without a media type.
        """
        if self.code is not None and not _STATUS.fullmatch(self.code):
            return self._unknown(operation, "code", "is no status from 200 to 599")
        status = None if self.code is None else int(self.code)
        shown = [e for e in operation.examples if status in (None, e.status)]
        if self.example is not None:
            named = next((e for e in shown if e.name == self.example), None)
            names = ", ".join(dict.fromkeys(e.name for e in shown if e.name)) or "none"
            return named or self._unknown(operation, "example", f"is not among the examples: {names}")
        assert status is not None
        if shown:
            return shown[0]
        if status < 400 and str(status) not in operation.responses:
            declared = ", ".join(operation.responses)
            return self._unknown(operation, "code", f"is not among the answers: {declared}")
        return Example(status, None, None)

    def _unknown(self, operation: Operation, rule: str, why: str) -> Violation:
        return Violation(operation.id, "header.Prefer", rule, f'"{getattr(self, rule)}" {why}')
