"""Weights that others packaged are used only where they are the published ones."""

from __future__ import annotations

import hashlib

import pytest

from briefings.train import weights


def test_the_published_weights_are_taken_as_they_are() -> None:
    content = b"weights"
    assert weights.checked(content, hashlib.sha256(content).hexdigest(), "a package") == content


def test_other_weights_are_refused_with_the_package_and_what_to_do() -> None:
    with pytest.raises(weights.Foreign, match=r"a package: .* requirements-train.txt"):
        weights.checked(b"others", weights.MPNET, "a package")
