"""Classification by the nearest labelled examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newton_mock.omega import Floats

Metric = Literal["euclidean", "cosine", "manhattan"]
Weights = Literal["uniform", "distance"]
_CHUNK = 256


class Classifier:
    """Labels vectors by the vote of their `n_neighbors` nearest examples.

    Votes count the same ("uniform") or by the inverse of the distance ("distance"; an example at
    distance zero then outvotes all others). Equal distances go to the earlier example, equal votes
    to the label that sorts first.
    """

    def __init__(
        self,
        examples: Floats,
        labels: Sequence[str],
        *,
        n_neighbors: int = 5,
        metric: Metric = "euclidean",
        weights: Weights = "uniform",
        normalize_embeddings: bool = False,
    ) -> None:
        import numpy as np

        if n_neighbors > len(examples):
            raise ValueError("n_neighbors must be <= number of samples in index")
        # The cosine distance of two vectors is half the squared distance of their directions.
        self._normalize = normalize_embeddings or metric == "cosine"
        self._examples = _unit(examples) if self._normalize else examples
        self._lengths = (self._examples * self._examples).sum(axis=1)
        self._names = sorted(set(labels))
        self._labels = np.array([self._names.index(label) for label in labels])
        self._n_neighbors = n_neighbors
        self._metric: Metric = metric
        self._weights: Weights = weights

    def predict(self, vectors: Floats) -> list[str]:
        """The label of each vector."""
        return [label for label, _ in self.poll(vectors)]

    def poll(self, vectors: Floats) -> list[tuple[str, dict[str, float]]]:
        """The label of each vector, and the weight of the votes that each label got."""
        polls: list[tuple[str, dict[str, float]]] = []
        for start in range(0, len(vectors), _CHUNK):
            chunk = vectors[start : start + _CHUNK]
            votes = self._votes(_unit(chunk) if self._normalize else chunk)
            for winner, row in zip(votes.argmax(axis=1), votes.tolist(), strict=True):
                polls.append((self._names[winner], dict(zip(self._names, row, strict=True))))
        return polls

    def _votes(self, vectors: Floats) -> Floats:
        import numpy as np

        distances, nearest = self._neighbors(vectors)
        if self._weights == "uniform":
            weights = np.ones_like(distances)
        else:
            same = distances == 0
            weights = 1 / np.where(same, 1, distances)
            weights = np.where(same.any(axis=1, keepdims=True), same, weights)
        votes = np.zeros((len(vectors), len(self._names)), dtype=np.float32)
        rows = np.arange(len(vectors))[:, None]
        np.add.at(votes, (rows, self._labels[nearest]), weights)
        return votes

    def _neighbors(self, vectors: Floats) -> tuple[Floats, NDArray[np.intp]]:
        """Distances and places of the nearest examples of each vector."""
        import numpy as np

        rough = self._rough(vectors)
        # Matrix products round: twice as many candidates as wanted are measured again, exactly.
        wide = min(2 * self._n_neighbors, rough.shape[1])
        candidates = np.sort(np.argpartition(rough, wide - 1, axis=1)[:, :wide], axis=1)
        exact = self._exact(vectors, candidates)
        order = np.argsort(exact, axis=1, kind="stable")[:, : self._n_neighbors]
        return np.take_along_axis(exact, order, 1), np.take_along_axis(candidates, order, 1)

    def _rough(self, vectors: Floats) -> Floats:
        import numpy as np

        if self._metric == "manhattan":
            rough = np.empty((len(vectors), len(self._examples)), dtype=np.float32)
            for place, example in enumerate(self._examples):
                rough[:, place] = np.abs(vectors - example).sum(axis=1)
            return rough
        squares: Floats = self._lengths - 2 * (vectors @ self._examples.T)
        return squares

    def _exact(self, vectors: Floats, candidates: NDArray[np.intp]) -> Floats:
        import numpy as np

        distances = np.empty(candidates.shape, dtype=np.float32)
        for column in range(candidates.shape[1]):
            apart = vectors - self._examples[candidates[:, column]]
            if self._metric == "manhattan":
                distances[:, column] = np.abs(apart).sum(axis=1)
            else:
                distances[:, column] = (apart * apart).sum(axis=1)
        if self._metric == "euclidean":
            np.sqrt(distances, out=distances)
        if self._metric == "cosine":
            distances /= 2
        return distances


def _unit(vectors: Floats) -> Floats:
    """Vectors scaled to length 1; a zero vector stays as it is."""
    import numpy as np

    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    directions: Floats = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return directions
