"""Published weights that others packaged again: used only where they are, byte for byte, those of their authors."""

from __future__ import annotations

import hashlib

MPNET = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""sha256 of all-mpnet-base-v2's `model.safetensors`."""
MINILM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""sha256 of all-MiniLM-L6-v2's `model.safetensors`."""


class Foreign(ValueError):
    """Weights that are not those expected, with what to do."""


def checked(content: bytes, sha256: str, name: str) -> bytes:
    """The bytes of a file of weights, as they are.

    Raises:
        Foreign: they are others than those that the training was made for.
    """
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Foreign(f"{name}: its weights are not the published ones: install the versions of requirements-train.txt")
    return content
