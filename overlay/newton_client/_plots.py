"""Loss curves: as a picture, or as text for a terminal."""

import math
import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, overload

from newton_api.models import FineTuningMetric, FineTuningMetrics
from newton_api.types import to_json

Curve = list[tuple[float, float]]

_CURVES = {"loss": "training loss", "eval_loss": "evaluation loss"}
_MARKS = {"loss": "•", "eval_loss": "+"}
_COLORS = {"loss": "#1f6feb", "eval_loss": "#d9480f"}

Metrics = FineTuningMetrics | Iterable[FineTuningMetric | Mapping[str, Any]]


@overload
def plot_metrics(metrics: Metrics, path: None = None, *, title: str = "", width: int = 72) -> str: ...
@overload
def plot_metrics(
    metrics: Metrics, path: str | os.PathLike[str], *, title: str = "", width: int = 72
) -> Path: ...
def plot_metrics(
    metrics: Metrics, path: str | os.PathLike[str] | None = None, *, title: str = "", width: int = 72
) -> str | Path:
    """The loss curves of a training run.

    Args:
        metrics: What `fine_tuning.metrics` or `fine_tuning.follow` gave.
        path: Where to write the picture; `.png`, `.svg` or `.pdf`. Without it, text is made.
        title: What to write above.
        width: How many characters wide a text is.

    Returns:
        The path, or the text.

    Raises:
        ValueError: There is no loss to draw.
        ImportError: A picture is wanted and matplotlib is not installed.
    """
    curves = _curves(metrics.metrics if isinstance(metrics, FineTuningMetrics) else metrics)
    if not curves:
        raise ValueError("there is no loss to draw (yet)")
    return _text(curves, title, width) if path is None else _picture(curves, title, Path(path))


def _curves(metrics: Iterable[FineTuningMetric | Mapping[str, Any]]) -> dict[str, Curve]:
    curves: dict[str, Curve] = {name: [] for name in _CURVES}
    for number, metric in enumerate(metrics):
        row = to_json(metric)
        step = row.get("step") if _is_finite(row.get("step")) else number
        for name, curve in curves.items():
            if isinstance(row.get(name), int | float):
                curve.append((step, row[name]))
    return {name: curve for name, curve in curves.items() if _drawn(curve)}


def _drawn(curve: Curve) -> Curve:
    """What can be drawn of it: a loss that has gone astray is no number."""
    return [point for point in curve if _is_finite(point[1])]


def _is_finite(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _picture(curves: Mapping[str, Curve], title: str, path: Path) -> Path:
    try:
        figures, tickers = import_module("matplotlib.figure"), import_module("matplotlib.ticker")
    except ImportError as error:
        raise ImportError("A picture needs matplotlib: pip install 'newton-client[plots]'") from error
    figure: Any = figures.Figure(figsize=(7.2, 4.2), layout="constrained")
    axes = figure.add_subplot()
    for name, curve in curves.items():
        steps, values = zip(*curve, strict=True)
        marker = "o" if len(curve) <= 40 else ""
        label = f"{_CURVES[name]}, {values[-1]:.4g} at the end"
        axes.plot(
            steps, values, color=_COLORS[name], label=label, marker=marker, markersize=3.5, linewidth=1.6
        )
    axes.legend(frameon=False)
    axes.set(xlabel="step", ylabel="loss")
    axes.set_title(title, parse_math=False)  # a name may have a dollar in it
    axes.xaxis.set_major_locator(tickers.MaxNLocator(integer=True))
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=160)
    return path


def _text(curves: Mapping[str, Curve], title: str, width: int, height: int = 14) -> str:
    points = [point for curve in curves.values() for point in _drawn(curve)]
    first, last = min(step for step, _ in points), max(step for step, _ in points)
    low, high = min(value for _, value in points), max(value for _, value in points)
    labels = [f"{high - (high - low) * row / (height - 1):.4g}" for row in range(height)]
    margin = max(map(len, labels))
    across = max(width - margin - 2, 10)
    rows = [[" "] * across for _ in range(height)]
    for name, curve in curves.items():
        for step, value in _drawn(curve):
            column = round((step - first) / ((last - first) or 1) * (across - 1))
            row = round((high - value) / ((high - low) or 1) * (height - 1))
            rows[row][column] = _MARKS[name]
    shown = [f"{label:>{margin}} ┤{''.join(row).rstrip()}" for label, row in zip(labels, rows, strict=True)]
    ends = f"{first:g}".ljust(across - len(f"{last:g}")) + f"{last:g}"
    legend = "   ".join(
        f"{_MARKS[name]} {_CURVES[name]} {curve[-1][1]:.4g}" for name, curve in curves.items()
    )
    foot = [f"{' ' * margin} └{'─' * across}", f"{' ' * margin}  {ends}", f"{' ' * margin}  {legend}"]
    return "\n".join([*([title] if title else []), *shown, *foot])
