"""What changed between two versions of openapi.yaml, in the words of a changelog, breaking first.

python codegen/api_diff.py v0.3.0                compares the file with that of a git revision
python codegen/api_diff.py OLD.yaml NEW.yaml     compares two files

The exit code is 1 if anything breaks: a program that is right with the old version may be wrong with
the new one. Fields and values that only the server adds break nothing: readers let them pass.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

ROOT = Path(__file__).resolve().parent.parent
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
Side = Literal["request", "answer"]
Changes = dict[tuple[bool, str], set[str]]
"""Whether it breaks, and what happened, with the operations it happens to."""

LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")


@dataclass
class Diff:
    """Compares two contracts."""

    old: dict[str, Any]
    new: dict[str, Any]
    changes: Changes = field(default_factory=dict)
    _operation: str = ""
    _compared: set[tuple[str, str, Side]] = field(default_factory=set)

    def run(self) -> Changes:
        """All that changed."""
        old, new = _operations(self.old), _operations(self.new)
        for operation_id in old.keys() - new.keys():
            method, path, _ = old[operation_id]
            renamed = [name for name, (m, p, _) in new.items() if (m, p) == (method, path)]
            how = f"is now called `{renamed[0]}`" if renamed else f"is gone: `{method} {path}`"
            self._note(True, f"`{operation_id}` {how}", operation_id)
        for operation_id in new.keys() - old.keys():
            method, path, _ = new[operation_id]
            if (method, path) not in {(m, p) for m, p, _ in old.values()}:
                self._note(False, f"`{operation_id}` is new: `{method} {path}`", operation_id)
        for operation_id in old.keys() & new.keys():
            self._operation = operation_id
            self._compared.clear()
            self._compare_operation(operation_id, old[operation_id], new[operation_id])
        return self.changes

    def _note(self, breaking: bool, text: str, operation: str = "") -> None:
        self.changes.setdefault((breaking, text), set()).add(operation or self._operation)

    def _compare_operation(self, name: str, old: tuple[str, str, Any], new: tuple[str, str, Any]) -> None:
        if old[:2] != new[:2]:
            self._note(True, f"`{name}` moved from `{old[0]} {old[1]}` to `{new[0]} {new[1]}`")
        before, after = old[2], new[2]
        self._compare_parameters(name, before, after)
        self._compare_request(name, before, after)
        self._compare_answers(name, before, after)
        if before.get("deprecated", False) != after.get("deprecated", False):
            now = "deprecated" if after.get("deprecated") else "no longer deprecated"
            self._note(False, f"`{name}` is {now}")
        if before.get("security") != after.get("security"):
            self._note(True, f"`{name}` asks for other credentials")
        policy = before.get("x-newton", {}), after.get("x-newton", {})
        for key in sorted(policy[0].keys() | policy[1].keys()):
            was, now = policy[0].get(key), policy[1].get(key)
            if was != now:
                self._note(False, f"`{name}`: `x-newton.{key}` is {_shown(now)}, was {_shown(was)}")

    def _compare_parameters(self, name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        old = {(p["in"], p["name"]): p for p in self._followed(self.old, before.get("parameters", []))}
        new = {(p["in"], p["name"]): p for p in self._followed(self.new, after.get("parameters", []))}
        for where, parameter in old.keys() - new.keys():
            self._note(True, f"`{name}`: the {where} parameter `{parameter}` is gone")
        for where, parameter in new.keys() - old.keys():
            needed = bool(new[where, parameter].get("required"))
            kind = "required " if needed else ""
            self._note(needed, f"`{name}`: new {kind}{where} parameter `{parameter}`")
        for key in old.keys() & new.keys():
            place = f"`{name}`: the {key[0]} parameter `{key[1]}`"
            self._compare_need(place, bool(old[key].get("required")), bool(new[key].get("required")))
            self._compare(old[key].get("schema", {}), new[key].get("schema", {}), place, "request")

    def _compare_request(self, name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        old = _follow(self.old, before.get("requestBody", {}))
        new = _follow(self.new, after.get("requestBody", {}))
        if old and not new:
            self._note(True, f"`{name}` takes no body any more")
        elif new and not old:
            self._note(bool(new.get("required")), f"`{name}` takes a body")
        elif old:
            self._compare_need(f"`{name}`: the body", bool(old.get("required")), bool(new.get("required")))
        self._compare_content(f"`{name}`: the body", old, new, "request")

    def _compare_answers(self, name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        old = {status: _follow(self.old, answer) for status, answer in before["responses"].items()}
        new = {status: _follow(self.new, answer) for status, answer in after["responses"].items()}
        for status in sorted(old.keys() - new.keys()):
            self._note(status < "300", f"`{name}` does not answer {status} any more")
        for status in sorted(new.keys() - old.keys()):
            self._note(False, f"`{name}` may answer {status}")
        for status in sorted(old.keys() & new.keys()):
            self._compare_content(f"`{name}`: the answer {status}", old[status], new[status], "answer")

    def _compare_content(self, place: str, old: dict[str, Any], new: dict[str, Any], side: Side) -> None:
        before, after = old.get("content", {}), new.get("content", {})
        for media_type in before.keys() - after.keys() if after or side == "answer" else ():
            self._note(True, f"{place} is not `{media_type}` any more")
        for media_type in after.keys() - before.keys() if before or side == "answer" else ():
            self._note(False, f"{place} may be `{media_type}`")
        for media_type in before.keys() & after.keys():
            self._compare(
                before[media_type].get("schema", {}), after[media_type].get("schema", {}), place, side
            )

    def _compare_need(self, place: str, was: bool, now: bool) -> None:
        if was != now:
            self._note(now, f"{place} is {'now required' if now else 'no longer required'}")

    def _compare(self, old: dict[str, Any], new: dict[str, Any], place: str, side: Side) -> None:
        """Two schemas of one value, which is sent in a request or read in an answer."""
        names = old.get("$ref", "").rpartition("/")[2], new.get("$ref", "").rpartition("/")[2]
        if any(names):
            if (*names, side) in self._compared:
                return
            self._compared.add((*names, side))
            place = f"`{names[1]}`" if names[1] else place
        old, new = _follow(self.old, old), _follow(self.new, new)
        before, after = _kinds(self.old, old), _kinds(self.new, new)
        if before and after:
            for kind in sorted(before.keys() - after.keys()):
                self._note(side == "request", f"{place} is never {kind} any more")
            for kind in sorted(after.keys() - before.keys()):
                self._note(side == "answer", f"{place} may be {kind}")
        for kind in before.keys() & after.keys():
            if before[kind] is not old or after[kind] is not new:
                self._compare(before[kind], after[kind], place, side)
        self._compare_fields(old, new, place, side)
        self._compare_values(old, new, place, side)
        for keyword in ("items", "additionalProperties"):
            if isinstance(old.get(keyword), dict) and isinstance(new.get(keyword), dict):
                self._compare(old[keyword], new[keyword], f"each of {place}", side)

    def _compare_fields(self, old: dict[str, Any], new: dict[str, Any], place: str, side: Side) -> None:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed = set(old.get("required", [])), set(new.get("required", []))
        for name in sorted(before.keys() - after.keys()):
            self._note(True, f"{place}: the field `{name}` is gone")
        for name in sorted(after.keys() - before.keys()):
            breaks = side == "request" and name in needed[1]
            self._note(breaks, f"{place}: new {'required ' if name in needed[1] else ''}field `{name}`")
        for name in sorted(before.keys() & after.keys()):
            inner = f"{place}: the field `{name}`"
            if (name in needed[0]) != (name in needed[1]):
                now = name in needed[1]
                if side == "request":
                    words = "is now required" if now else "may be left out"
                else:
                    words = "is always there now" if now else "may be missing"
                self._note(now == (side == "request"), f"{inner} {words}")
            self._compare(before[name], after[name], inner, side)

    def _compare_values(self, old: dict[str, Any], new: dict[str, Any], place: str, side: Side) -> None:
        before, after = _values(old), _values(new)
        if before and after:
            for value in sorted(before - after):
                self._note(side == "request", f"{place}: the value {value} is gone")
            for value in sorted(after - before):
                self._note(False, f"{place}: new value {value}")  # readers let new values pass
        elif side == "request" and after:
            self._note(True, f"{place} takes only {', '.join(sorted(after))} now")
        for keyword in (*LOWER, *UPPER):
            was, now = old.get(keyword), new.get(keyword)
            if was != now:
                tighter = now is not None and (was is None or (now > was) == (keyword in LOWER))
                self._note(
                    tighter and side == "request", f"{place}: `{keyword}` is {_shown(now)}, was {_shown(was)}"
                )
        for keyword in ("pattern", "format"):
            was, now = old.get(keyword), new.get(keyword)
            if was != now:
                self._note(now is not None, f"{place}: `{keyword}` is {_shown(now)}, was {_shown(was)}")

    def _followed(self, document: dict[str, Any], values: list[Any]) -> list[Any]:
        return [_follow(document, value) for value in values]


def _operations(document: dict[str, Any]) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Method, path and description of each operation, a path's own parameters among its own."""
    found: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if operation := item.get(method):
                parameters = [*item.get("parameters", []), *operation.get("parameters", [])]
                found[operation["operationId"]] = (
                    method.upper(),
                    path,
                    {**operation, "parameters": parameters},
                )
    return found


def _follow(document: dict[str, Any], value: Any) -> Any:
    while "$ref" in value:
        target: Any = document
        for step in value["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        value = target
    return value


def _kinds(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The kinds of value a schema admits, each with the schema of that kind; none means any."""
    kinds: dict[str, dict[str, Any]] = {}
    for keyword in ("anyOf", "oneOf"):
        for branch in schema.get(keyword, []):
            inner = _kinds(document, _follow(document, branch))
            if "$ref" in branch and "object" in inner:
                kinds[f"`{branch['$ref'].rpartition('/')[2]}`"] = branch
            else:
                kinds |= inner
    named = schema.get("type", [])
    for kind in [named] if isinstance(named, str) else named:
        kinds[kind] = schema
    if not kinds and "const" in schema:
        kinds[_shown(schema["const"])] = schema
    return kinds


def _values(schema: dict[str, Any]) -> set[str]:
    given = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return {_shown(value) for value in given if value is not None}


def _shown(value: Any) -> str:
    return "not set" if value is None else f"`{value if isinstance(value, str) else json.dumps(value)}`"


def lines(changes: Changes) -> Iterator[str]:
    """The changes as Markdown, those that break first."""
    for title, breaking in (("Breaking", True), ("Changed", False)):
        texts = sorted(
            (text, operations) for (breaks, text), operations in changes.items() if breaks == breaking
        )
        if texts:
            yield f"## {title}"
            yield ""
            for text, operations in texts:
                where = "" if any(f"`{name}`" in text for name in operations) else _where(operations)
                yield f"- {text}{where}"
            yield ""


def _where(operations: set[str]) -> str:
    shown = sorted(operations)
    more = f" and {len(shown) - 4} more" if len(shown) > 5 else ""
    return f" ({', '.join(shown[:4] if more else shown)}{more})"


def read(version: str) -> dict[str, Any]:
    """The contract of a file, or of a git revision."""
    if Path(version).is_file():
        text = Path(version).read_text()
    else:
        run = subprocess.run(
            ["git", "show", f"{version}:openapi.yaml"],  # noqa: S607
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            sys.exit(f"{version} is neither a file nor a git revision that has an openapi.yaml.")
        text = run.stdout
    document: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return document


def main() -> None:
    """Print the changes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", help="a git revision, or a file")
    parser.add_argument("new", nargs="?", default=str(ROOT / "openapi.yaml"), help="openapi.yaml if left out")
    arguments = parser.parse_args()
    changes = Diff(read(arguments.old), read(arguments.new)).run()
    print("\n".join(lines(changes)) or "Nothing changed but words.")
    sys.exit(any(breaking for breaking, _ in changes))


if __name__ == "__main__":
    main()
