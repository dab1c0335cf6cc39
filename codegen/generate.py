"""Make everything that is derived: `make generate`, and with `--check` say whether it is up to date.

openapi.yaml  ->  generated/newton_api/               models, endpoints, resource classes, operation table
->  mock/newton_mock/contract.json      the same contract, quick to load
overlay/newton_client/_async/  ->  .../_sync/         the synchronous twin
"""

import argparse
import filecmp
import json
import keyword
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader
from unasync import unasync

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path("codegen/templates")
API = Path("generated/newton_api")
ASYNC = Path("overlay/newton_client/_async")
DERIVED = (API, Path("mock/newton_mock/contract.json"), ASYNC.with_name("_sync"))
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def operations(contract: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Every (method, path, operation) of the contract, in its order."""
    return [
        (method, path, item[method])
        for path, item in contract["paths"].items()
        for method in METHODS
        if method in item
    ]


def for_the_generator(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract as the generator should see it.

    It reads a parameter's description from its schema alone, so that is where we put it.
    """
    contract = json.loads(json.dumps(contract))
    for _, _, operation in operations(contract):
        for parameter in operation.get("parameters", []):
            if "schema" in parameter and "$ref" not in parameter["schema"]:
                parameter["schema"].setdefault("description", parameter.get("description", ""))
    return contract


def refuse_what_cannot_be_made(contract: dict[str, Any]) -> None:
    """Stop at what the generator would make otherwise than it is meant, or leave out without a word."""
    for method, path, operation in operations(contract):
        where = f"openapi.yaml: {method.upper()} {path}"
        tag, *more = operation.get("tags") or [""]
        name = operation.get("operationId", "")
        for word in (tag, name, name.removeprefix(f"{tag}_")):
            if more or not re.fullmatch(r"[a-z][a-z0-9_]*", word) or keyword.iskeyword(word):
                sys.exit(f"{where}: it needs one tag, and an operationId that can name a method: {tag}_...")
        if any(parameter.get("in") == "cookie" for parameter in operation.get("parameters", [])):
            sys.exit(f"{where}: the client sends no cookies, so no parameter can be one")


def generate_api(root: Path, contract: dict[str, Any]) -> None:
    """Write `generated/newton_api`."""
    refuse_what_cannot_be_made(contract)
    out = root / API
    with tempfile.TemporaryDirectory() as scratch:
        document = Path(scratch, "openapi.json")
        document.write_text(json.dumps(for_the_generator(contract)))
        run = subprocess.run(
            [
                *(sys.executable, "-m", "openapi_python_client", "generate"),
                *("--path", document, "--meta", "none", "--output-path", out),
                *("--config", ROOT / "generator-config.yaml"),
                *("--custom-template-path", ROOT / TEMPLATES, "--fail-on-warning"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        sys.exit(f"the generator refused openapi.yaml:\n{run.stdout}{run.stderr}")
    (out / "errors.py").unlink()  # the overlay's errors are the only ones
    (out / "py.typed").touch()
    keep_file_names_apart(out / "models")
    environment = Environment(loader=FileSystemLoader(ROOT / TEMPLATES), trim_blocks=True, lstrip_blocks=True)
    table = environment.get_template("operations.py.jinja")
    (out / "operations.py").write_text(
        table.render(operations=operations(contract), server=contract["servers"][0]["url"])
    )
    ruff("check", "--fix-only", "--unsafe-fixes", "--select", "F401,F841,I,TC006", out)
    ruff("format", out)


def keep_file_names_apart(models: Path) -> None:
    """Give `file_uid` a type of its own in every model: the generator knows strings alone."""
    for model in models.glob("*.py"):
        text, found = re.subn(r"(?m)^    file_uid: str\b", "    file_uid: FileUid", model.read_text())
        if found:
            model.write_text(text.replace("from attrs", "from ..types import FileUid\nfrom attrs", 1))


def generate_contract(root: Path, contract: dict[str, Any]) -> None:
    """Write the mock's copy of the contract."""
    text = json.dumps(contract, ensure_ascii=False, separators=(",", ":"))
    (root / DERIVED[1]).write_text(text + "\n")


def generate_sync(root: Path) -> None:
    """Write the synchronous twin of the overlay."""
    target = root / DERIVED[2]
    target.mkdir(parents=True)
    for source in sorted((ROOT / ASYNC).glob("*.py")):
        (target / source.name).write_text(unasync(source.read_text()))
    ruff("check", "--fix-only", "--select", "F401,I", target)
    ruff("format", target)


def ruff(*arguments: object) -> None:
    """Run ruff with the project's own settings."""
    command = [sys.executable, "-m", "ruff", arguments[0], "--quiet", "--config", ROOT / "pyproject.toml"]
    subprocess.run(
        [*map(str, command), "--no-cache", "--no-respect-gitignore", *map(str, arguments[1:])], check=True
    )


def generate(root: Path) -> None:
    """Write all that is derived below `root`."""
    contract = yaml.load((ROOT / "openapi.yaml").read_text(), yaml.CSafeLoader)
    for path in DERIVED:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
    generate_api(root, contract)
    generate_contract(root, contract)
    generate_sync(root)


def differences(left: Path, right: Path) -> list[str]:
    """Names of files that differ between two files or trees, either way."""
    if not left.is_dir() or not right.is_dir():
        same = left.is_file() and right.is_file() and filecmp.cmp(left, right, shallow=False)
        return [] if same else [right.name]
    files = {
        path.relative_to(base)
        for base in (left, right)
        for path in base.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return [str(name) for name in sorted(files) if differences(left / name, right / name)]


def install(root: Path) -> None:
    """Put what was written below `root` in its place."""
    for path in DERIVED:
        if (root / path).is_dir():
            shutil.rmtree(ROOT / path, ignore_errors=True)
            shutil.copytree(root / path, ROOT / path)
        else:
            aside = (ROOT / path).with_suffix(".new")  # a mock may be reading the old one
            shutil.copyfile(root / path, aside)
            aside.replace(ROOT / path)


def main() -> None:
    """Write the derived files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if anything is out of date")
    check = parser.parse_args().check
    # Aside first: a contract that cannot be generated leaves the project as it was.
    with tempfile.TemporaryDirectory() as scratch:
        generate(Path(scratch))
        if not check:
            return install(Path(scratch))
        stale = [
            f"{path}: {name}" for path in DERIVED for name in differences(Path(scratch, path), ROOT / path)
        ]
    if stale:
        sys.exit("out of date, run `make generate`:\n  " + "\n  ".join(stale))
    return None


if __name__ == "__main__":
    main()
