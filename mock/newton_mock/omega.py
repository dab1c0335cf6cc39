"""A stand-in for the Omega encoder: 768 fixed features for a window of one channel.

The features are ordinary signal statistics: the spectrum at several resolutions, the shape of the
distribution of the values and of their steps, the autocorrelation, and the level, spread and size
of the signal. Each block has a weight of its own, so that euclidean neighbours are windows that
sound alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

SIZE = 768
LONGEST = 1024
SHORTEST = 16
_CHUNK = 2048  # windows encoded at a time: small enough for the cache
_BANDS = (256, 128, 64, 32, 16, 8)  # resolutions of the spectrum
_QUANTILES = 128
_LAGS = 64
_STEPS = 56
_NOTHING = 1e-6  # what counts as silence; keeps logarithms finite
_LOUDEST = 1e12  # keeps squares finite


def encode(windows: Floats) -> Floats:
    """Turn windows (windows x samples) into vectors (windows x 768).

    Only the last 1024 samples of a window count.
    """
    import numpy as np

    vectors = np.empty((len(windows), SIZE), dtype=np.float32)
    for start in range(0, len(windows), _CHUNK):
        chunk = np.clip(windows[start : start + _CHUNK, -LONGEST:], -_LOUDEST, _LOUDEST)
        vectors[start : start + len(chunk)] = _features(chunk.astype(np.float32))
    return vectors


def normalize(window: Floats) -> Floats:
    """Z-score a window (channels x samples) as a whole.

    Channels stay comparable with one another; windows no longer are, in level and amplitude.
    """
    import numpy as np

    clipped = np.clip(window, -_LOUDEST, _LOUDEST)
    spread = clipped.std()
    scores: Floats = (clipped - clipped.mean()) / (spread if spread > 0 else 1)
    return scores


def warnings(samples: int) -> list[str]:
    """What the encoder remarks on a window of that length."""
    remarks: list[str] = []
    if samples < SHORTEST:
        remarks.append(f"Data length {samples} is less than {SHORTEST}, may not perform well")
    if samples < LONGEST:
        remarks.append(f"Data length {samples} is less than {LONGEST}, padding with zeros")
    if samples > LONGEST:
        remarks.append(f"Data length {samples} is greater than {LONGEST}, truncating to the last {LONGEST}")
    return remarks


def _standardize(windows: Floats) -> tuple[Floats, Floats, Floats]:
    """Z-scores of each window, its mean and its standard deviation; zeros where nothing varies."""
    import numpy as np

    mean = windows.mean(axis=1, keepdims=True)
    centred = windows - mean
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True))
    # A constant window may vary by what rounding leaves.
    varies = spread > 1e-6 * np.abs(mean)
    scores = np.divide(centred, spread, out=np.zeros_like(centred), where=varies)
    return scores, mean, np.where(varies, spread, 0)


def _features(windows: Floats) -> Floats:
    import numpy as np

    count, samples = windows.shape
    scores, mean, spread = _standardize(windows)
    points = max(32, 1 << (2 * samples - 1).bit_length())
    spectrum = np.fft.rfft(scores * spread, points, axis=1)
    power = (spectrum.real**2 + spectrum.imag**2) / samples
    ordered = np.sort(scores, axis=1)
    steps = np.abs(np.diff(scores, axis=1, append=scores[:, -1:]))

    vectors = np.zeros((count, SIZE), dtype=np.float32)
    end = _spectrum(power, vectors)
    for block, weight in (
        (_resampled(ordered, _QUANTILES), 0.5),
        (_autocorrelation(power), 1.0),
        (_resampled(np.sort(steps, axis=1), _STEPS), 0.5),
        (np.stack(_moments(windows, mean[:, 0], spread[:, 0]), axis=1), 1.5),
        (np.stack(_shape(scores, power), axis=1), 1.5),
    ):
        start, end = end, end + block.shape[1]
        vectors[:, start:end] = block * np.float32(weight / block.shape[1] ** 0.5)
    return vectors


def _spectrum(power: Floats, vectors: Floats) -> int:
    """Log power in bands, written to the front of the vectors; returns how many there are."""
    import numpy as np

    bands, end = power[:, 1:], sum(_BANDS)
    while bands.shape[1] > _BANDS[0]:
        bands = (bands[:, ::2] + bands[:, 1::2]) / 2
    start = end
    for size in reversed(_BANDS):
        # Coarse bands are means of fine ones; a short window has no finer ones than its own.
        level = bands
        while level.shape[1] > size:
            level = (level[:, ::2] + level[:, 1::2]) / 2
        weight = np.float32(1.5 / (size * len(_BANDS)) ** 0.5)
        logs = np.log(level + _NOTHING**2) * weight
        start -= size
        copies = size // level.shape[1]
        for copy in range(copies):
            vectors[:, start + copy : start + size : copies] = logs
    return end


def _autocorrelation(power: Floats) -> Floats:
    import numpy as np

    correlation = np.fft.irfft(power, axis=1)[:, : _LAGS + 1]
    energy = correlation[:, :1]
    lags = np.zeros((len(power), _LAGS), dtype=np.float32)
    known = correlation.shape[1] - 1
    np.divide(correlation[:, 1:], energy, out=lags[:, :known], where=energy > 0)
    return lags


def _resampled(ordered: Floats, size: int) -> Floats:
    """Quantiles of sorted rows, by linear interpolation."""
    import numpy as np

    places = np.linspace(0, ordered.shape[1] - 1, size, dtype=np.float32)
    below = np.floor(places).astype(np.intp)
    above = np.minimum(below + 1, ordered.shape[1] - 1)
    part = places - below.astype(np.float32)
    quantiles: Floats = ordered[:, below] * (1 - part) + ordered[:, above] * part
    return quantiles


def _moments(windows: Floats, mean: Floats, spread: Floats) -> list[Floats]:
    """Level and size: what a z-score takes away."""
    import numpy as np

    size = np.abs(windows)
    rms = np.sqrt((windows * windows).mean(axis=1))
    ratio = np.divide(mean, spread, out=np.zeros_like(mean), where=spread > 0)
    return [
        6 * np.log(rms + _NOTHING),
        6 * np.log(size.mean(axis=1) + _NOTHING),
        4 * np.log(size.max(axis=1) + _NOTHING),
        2 * np.log(spread + _NOTHING),
        2 * np.log(np.ptp(windows, axis=1) + _NOTHING),
        4 * mean / (rms + _NOTHING),
        np.arcsinh(ratio),
    ]


def _shape(scores: Floats, power: Floats) -> list[Floats]:
    """What stays of a window whatever its level and size."""
    import numpy as np

    squares = scores * scores
    crossings = np.diff(np.signbit(scores), axis=1, append=np.signbit(scores[:, -1:]))
    bands = power[:, 1:]
    places = np.linspace(0, 1, bands.shape[1], dtype=np.float32)
    total = bands.sum(axis=1) + _NOTHING**2
    centre = bands @ places / total
    width = np.sqrt(np.maximum(bands @ (places * places) / total - centre * centre, 0))
    return [
        (squares * scores).mean(axis=1),
        np.log1p((squares * squares).mean(axis=1)),
        scores.min(axis=1),
        scores.max(axis=1),
        4 * np.abs(scores).mean(axis=1),
        2 * np.abs(np.diff(scores, axis=1, append=scores[:, -1:])).mean(axis=1),
        4 * crossings.mean(axis=1, dtype=np.float32),
        8 * centre,
        8 * width,
    ]
