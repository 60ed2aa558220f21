"""A larger network that the shipped ones learn from: MPNet, read from a folder with its published weights."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from briefings.train.network import LABELS, MASKS, mean

WIDTH = 768
FROZEN = 3
"""Lower layers that keep their weights, like the word vectors."""
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""BERT's special pieces under MPNet's names."""
UNKNOWN = 3


class Teacher(nn.Module):
    """Token ids to (label logits, evidence logits per token), as the reader gives them."""

    def __init__(self, folder: Path, tokenizer: Tokenizer) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, attn_implementation="eager", local_files_only=True)
        self.label = nn.Linear(2 * WIDTH, LABELS)
        self.evidence = nn.Linear(WIDTH, LABELS - 1)
        own = Tokenizer.from_file(str(folder / "tokenizer.json"))
        numbers = torch.full((tokenizer.get_vocab_size(),), UNKNOWN)
        for piece, number in tokenizer.get_vocab().items():
            found = own.token_to_id(SPECIAL.get(piece, piece))
            numbers[number] = UNKNOWN if found is None else found
        self.register_buffer("numbers", numbers)
        self._freeze(own)

    def _freeze(self, own: Tokenizer) -> None:
        """Gives the masks their vectors and holds the lower part."""
        vectors = self.body.embeddings.word_embeddings.weight
        with torch.no_grad():
            for mask, word in MASKS.items():
                vectors[self.numbers[mask]] = vectors[own.token_to_id(word)]
        for part in (self.body.embeddings, *self.body.encoder.layer[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        mask = (ids != 0).long()
        states = self.body(input_ids=self.numbers[ids], attention_mask=mask).last_hidden_state.float()
        pooled = torch.cat([mean(states, mask.float()), mean(states, target)], -1)
        return self.label(functional.dropout(pooled, 0.1, self.training)), self.evidence(states)
