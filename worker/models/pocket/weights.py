"""Weights to go on from: a checkpoint of train.py, or a file that export.py wrote."""
import struct

import numpy as np
import torch

SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
U32, F32, STRING, ARRAY = 4, 6, 8, 9
PARTS = {'attn_norm': 'attn_norm', 'attn_q': 'wq', 'attn_k': 'wk', 'attn_v': 'wv', 'attn_q_norm': 'q_norm', 'attn_k_norm': 'k_norm',
         'attn_output': 'wo', 'ffn_norm': 'ffn_norm', 'ffn_gate': 'gate', 'ffn_up': 'up', 'ffn_down': 'down'}


class Reader:
    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, form):
        x = struct.unpack_from('<' + form, self.raw, self.at)
        self.at += struct.calcsize('<' + form)
        return x if len(x) > 1 else x[0]

    def text(self):
        n = self.take('Q')
        self.at += n
        return self.raw[self.at - n:self.at].decode()

    def value(self, kind):
        """A number of four bytes, or None for what is of no use here."""
        if kind == STRING:
            self.text()
        elif kind == ARRAY:
            of, n = self.take('IQ')
            for _ in range(n):
                self.value(of)
        elif kind in (U32, F32):
            return self.take('I' if kind == U32 else 'f')
        else:
            self.at += SIZES[kind]


def tensor(raw, kind, shape):
    n = int(np.prod(shape))
    if kind == 0:
        x = np.frombuffer(raw, np.float32, n)
    elif kind == 1:
        x = np.frombuffer(raw, np.float16, n).astype(np.float32)
    else:                                                  # Q8_0, as export.py writes it
        b = np.frombuffer(raw, np.uint8, n // 32 * 34).reshape(-1, 34)
        x = (b[:, :2].copy().view(np.float16).astype(np.float32) * b[:, 2:].copy().view(np.int8)).reshape(-1)
    return torch.from_numpy(x.reshape(shape).copy())


CONFIG = {'embedding_length': 'd', 'block_count': 'layers', 'feed_forward_length': 'ff', 'attention.head_count': 'heads', 'attention.head_count_kv': 'kv_heads',
          'attention.key_length': 'head_dim', 'attention.layer_norm_rms_epsilon': 'eps', 'rope.freq_base': 'rope_base', 'context_length': 'context'}


def of_gguf(path):
    """-> (config, the network's parameters by their names in model.py); what export.py drops is not there."""
    with open(path, 'rb') as f:
        r = Reader(f.read())
    magic, _, tensors, keys = r.take('4sIQQ')
    assert magic == b'GGUF', path
    config, infos = {}, []
    for _ in range(keys):
        name, value = r.text(), r.value(r.take('I'))
        if name.startswith('qwen3.') and name[6:] in CONFIG:
            config[CONFIG[name[6:]]] = value
    for _ in range(tensors):
        name, dims = r.text(), r.take('I')
        shape = [r.take('Q') for _ in range(dims)][::-1]
        infos.append((name, shape, *r.take('IQ')))
    start = -(-r.at // 32) * 32
    out = {}
    for name, shape, kind, at in infos:
        bits = name.split('.')
        own = {'token_embd': 'embed.weight', 'output_norm': 'norm.weight'}.get(bits[0]) or f'blocks.{bits[1]}.{PARTS[bits[2]]}.weight'
        out[own] = tensor(r.raw[start + at:], kind, shape)
    return dict(config, vocab_size=len(out['embed.weight'])), out


def load_checkpoint(path):
    """-> (config, parameters)"""
    if path.endswith('.gguf'):
        return of_gguf(path)
    ck = torch.load(path, map_location='cpu')
    return ck['config'], ck['model']
