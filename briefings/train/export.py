"""Trained networks as ONNX files: probabilities out, word vectors and weights in eight bits."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

SHRUNK = ["MatMul", "Gather", "Gemm"]
"""Convolutions are left out: they run slower in eight bits."""


class Shipped(nn.Module):
    """A network that gives probabilities, its logits cooled by a temperature found on held-out labels."""

    def __init__(self, network: nn.Module, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, ids: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        labels, evidence = self.network(ids, target)
        return torch.softmax(labels / self.temperature, -1), torch.sigmoid(evidence)


def export(network: nn.Module, path: Path, temperature: float = 1.0) -> None:
    """Writes a network to an ONNX file in eight bits."""
    shipped = Shipped(network.eval(), temperature)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        as_onnx(shipped, full)
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=SHRUNK)
    model = onnx.load(path)
    del model.metadata_props[:]
    model.doc_string = ""
    for node in model.graph.node:  # the exporter notes the files of the machine that it ran on
        del node.metadata_props[:]
        node.doc_string = ""
    onnx.save(model, path)


def as_onnx(network: nn.Module, path: Path) -> None:
    """Writes a network to an ONNX file as it is."""
    ids = torch.randint(3, 1000, (2, 17))
    target = torch.zeros(2, 17)
    target[:, 3] = 1
    rows, length = torch.export.Dim("rows", min=1, max=4096), torch.export.Dim("length", min=2, max=512)
    shapes = {"ids": {0: rows, 1: length}, "target": {0: rows, 1: length}}
    names = {"input_names": ["ids", "target"], "output_names": ["labels", "evidence"]}
    torch.onnx.export(network, (ids, target), path, dynamic_shapes=shapes, dynamo=True, external_data=False, **names)
