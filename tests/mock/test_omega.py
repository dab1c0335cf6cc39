from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newton_mock import omega
from newton_mock.knn import Classifier, Metric, Weights

if TYPE_CHECKING:
    from newton_mock.omega import Floats

STATES = ("healthy", "degraded")


def windows(lines: list[str], size: int, step: int) -> Floats:
    """Windows x channels x samples of all columns but the first."""
    table = np.array([[float(cell) for cell in line.split(",")[1:]] for line in lines])
    return np.lib.stride_tricks.sliding_window_view(table, size, axis=0)[::step]


def embed(channels: Floats) -> Floats:
    count, width, samples = channels.shape
    return omega.encode(channels.reshape(count * width, samples)).reshape(count, width * omega.SIZE)


@pytest.mark.parametrize("neighbors", [1, 5])
def test_neighbors_tell_a_degraded_bearing_from_a_healthy_one(
    bearings: dict[str, list[str]], neighbors: int
) -> None:
    learned: list[Floats] = []
    labels: list[str] = []
    for state in STATES:
        vectors = embed(windows(bearings[state][1:1001], 64, 16))
        learned.append(vectors)
        labels += [state] * len(vectors)
    classifier = Classifier(np.concatenate(learned), labels, n_neighbors=neighbors)
    right = total = 0
    for state in STATES:
        predicted = classifier.predict(embed(windows(bearings[state][1001:], 64, 16)))
        right += predicted.count(state)
        total += len(predicted)
    assert right / total >= 0.95


@pytest.mark.parametrize(
    ("calm", "other"),
    [
        (lambda t, noise: noise, lambda t, noise: 1.5 * noise),
        (lambda t, noise: 20 + noise, lambda t, noise: 25 + noise),
        (lambda t, noise: np.sin(0.3 * t) + 0.3 * noise, lambda t, noise: np.sin(0.4 * t) + 0.3 * noise),
        (lambda t, noise: 0 * t, lambda t, noise: 0 * t + 0.5),
    ],
    ids=["amplitude", "level", "frequency", "on and off"],
)
def test_neighbors_tell_states_apart_by(
    calm: Callable[[Floats, Floats], Floats], other: Callable[[Floats, Floats], Floats]
) -> None:
    random = np.random.default_rng(1)
    time_axis = np.arange(128 * 64)
    vectors: list[Floats] = []
    for signal in (calm, other):
        values = signal(time_axis, random.normal(size=time_axis.size))
        vectors.append(omega.encode(values.reshape(128, 64)))
    labels = ["calm"] * 64 + ["other"] * 64
    classifier = Classifier(np.concatenate([v[:64] for v in vectors]), labels)
    predicted = classifier.predict(np.concatenate([v[64:] for v in vectors]))
    assert sum(a == b for a, b in zip(predicted, labels, strict=True)) / len(labels) >= 0.95


@pytest.mark.parametrize("samples", [1, 2, 15, 16, 100, 1024, 3000])
def test_a_window_of_any_length_is_768_finite_numbers(samples: int) -> None:
    values = np.random.default_rng(0).normal(size=(3, samples))
    vectors = omega.encode(values)
    assert vectors.shape == (3, 768)
    assert np.isfinite(vectors).all()
    assert np.array_equal(vectors, omega.encode(values))


def test_thousands_of_windows_are_encoded_in_a_second() -> None:
    values = np.random.default_rng(0).normal(size=(20_000, 64)).astype(np.float32)
    omega.encode(values[:10])
    begun = time.thread_time()
    omega.encode(values)
    # Ten times what it takes, in time of the processor: other work on the machine does not count.
    assert time.thread_time() - begun < 2


@pytest.mark.parametrize("weights", ["uniform", "distance"])
@pytest.mark.parametrize("metric", ["euclidean", "cosine", "manhattan"])
def test_the_classifier_agrees_with_the_textbook(metric: Metric, weights: Weights) -> None:
    random = np.random.default_rng(0)
    examples = random.normal(size=(40, 6)).astype(np.float32)
    labels = ["abc"[place % 3] for place in range(40)]
    vectors = random.normal(size=(300, 6)).astype(np.float32)
    classifier = Classifier(examples, labels, metric=metric, weights=weights)
    for vector, predicted in zip(vectors, classifier.predict(vectors), strict=True):
        if metric == "manhattan":
            distances = np.abs(examples - vector).sum(axis=1)
        elif metric == "euclidean":
            distances = np.linalg.norm(examples - vector, axis=1)
        else:
            lengths = np.linalg.norm(examples, axis=1) * np.linalg.norm(vector)
            distances = 1 - examples @ vector / lengths
        votes = dict.fromkeys("abc", 0.0)
        for place in np.argsort(distances)[:5]:
            votes[labels[place]] += 1 if weights == "uniform" else 1 / distances[place]
        assert votes[predicted] == pytest.approx(max(votes.values()), rel=1e-3)


def test_an_example_at_distance_zero_outvotes_all_others() -> None:
    examples = np.array([[0, 0], [1, 0], [0, 1]], dtype=np.float32)
    classifier = Classifier(examples, ["same", "near", "near"], n_neighbors=3, weights="distance")
    assert classifier.predict(examples[:1]) == ["same"]


def test_ties_go_to_the_earlier_example_and_the_first_label() -> None:
    examples = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]], dtype=np.float32)
    origin = np.zeros((1, 2), dtype=np.float32)
    assert Classifier(examples, ["d", "c", "b", "a"], n_neighbors=1).predict(origin) == ["d"]
    assert Classifier(examples, ["d", "c", "b", "a"], n_neighbors=2).predict(origin) == ["c"]


def test_normalized_embeddings_compare_directions() -> None:
    examples = np.array([[10, 0], [0, 1]], dtype=np.float32)
    vector = np.array([[1, 0.5]], dtype=np.float32)
    plain = Classifier(examples, ["far", "near"], n_neighbors=1)
    normal = Classifier(examples, ["far", "near"], n_neighbors=1, normalize_embeddings=True)
    assert (plain.predict(vector), normal.predict(vector)) == (["near"], ["far"])


def test_more_neighbors_than_examples_are_an_error() -> None:
    examples = np.zeros((2, 3), dtype=np.float32)
    with pytest.raises(ValueError, match="n_neighbors must be <= number of samples in index"):
        Classifier(examples, ["a", "b"], n_neighbors=3)
