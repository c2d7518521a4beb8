"""A small decoder-only transformer of the Qwen3 architecture, in plain PyTorch.

It matches the `qwen3` graph of llama.cpp tensor for tensor:
  * RMSNorm (eps 1e-6) before attention and before the feed-forward block,
  * grouped-query attention, RMSNorm over every query and key head ("QK norm"),
    then rotary embeddings in the NEOX layout (first half / second half),
  * SwiGLU feed-forward, no biases, tied input and output embeddings.

Two things make training cheap where every example starts with the same system prompt and
only the reply is learned: the prompt's prefix is computed once per batch (its keys and
values are shared by all rows, gradients included), and the last layer's feed-forward and
the output projection run on the reply positions alone. Neither changes the result.

The same file serves a CPU (torch >= 1.13) and a CUDA GPU (torch 2.x).
"""
import math
from dataclasses import dataclass, asdict

import torch
import torch.nn as nn
import torch.nn.functional as F

import fastcpu


@dataclass
class Config:
    vocab_size: int = 6144
    d: int = 256            # model width
    layers: int = 6
    heads: int = 4
    kv_heads: int = 2
    head_dim: int = 64
    ff: int = 768
    eps: float = 1e-6
    rope_base: float = 1000000.0
    context: int = 2048     # written into the GGUF; rotary positions need no table

    def as_dict(self):
        return asdict(self)


class RMSNorm(nn.Module):
    def __init__(self, n, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n))
        self.eps = eps

    def forward(self, x):
        x = x.float()
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight


def rope_tables(pos, head_dim, base):
    inv = base ** (-torch.arange(0, head_dim, 2, device=pos.device).float() / head_dim)
    ang = pos.float()[:, None] * inv[None, :]
    return ang.cos()[:, None, :], ang.sin()[:, None, :]      # (N, 1, head_dim/2)


def apply_rope(x, cos, sin):
    """x: (N, H, D); rotates the pairs (x[i], x[i + D/2])."""
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1)


def attend(q, k, v, mask, fast=False):
    """q (B, KV, G*T, D) with the query heads of one group folded into the rows;
    k, v (B, KV, S, D); mask (T, S) or None, added to the scores."""
    b, kv, gt, d = q.shape
    s = torch.matmul(q, k.transpose(2, 3))
    if fast:
        return torch.matmul(fastcpu.Softmax.apply(s, mask.shape[0], 1.0 / math.sqrt(d)), v)
    s = s.float() * (1.0 / math.sqrt(d))
    if mask is not None:
        t, n = mask.shape
        s = (s.view(b, kv, gt // t, t, n) + mask).view(b, kv, gt, n)
    return torch.matmul(F.softmax(s, dim=-1).to(v.dtype), v)


class Block(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.c = c
        hd = c.head_dim
        self.attn_norm = RMSNorm(c.d, c.eps)
        self.wq = nn.Linear(c.d, c.heads * hd, bias=False)
        self.wk = nn.Linear(c.d, c.kv_heads * hd, bias=False)
        self.wv = nn.Linear(c.d, c.kv_heads * hd, bias=False)
        self.q_norm = RMSNorm(hd, c.eps)
        self.k_norm = RMSNorm(hd, c.eps)
        self.wo = nn.Linear(c.heads * hd, c.d, bias=False)
        self.ffn_norm = RMSNorm(c.d, c.eps)
        self.gate = nn.Linear(c.d, c.ff, bias=False)
        self.up = nn.Linear(c.d, c.ff, bias=False)
        self.down = nn.Linear(c.ff, c.d, bias=False)

    def forward(self, x, lay, dt, pick=None, cache=None):
        """x: (P + B*T, d), a shared prefix of P tokens and then B rows of T tokens."""
        c, g = self.c, self.c.heads // self.c.kv_heads
        p, b, t, fast = lay['p'], lay['b'], lay['t'], lay['fast']
        h = fastcpu.RMS.apply(x, self.attn_norm.weight, c.eps) if fast else self.attn_norm(x).to(dt)
        q = F.linear(h, self.wq.weight.to(dt)).view(-1, c.heads, c.head_dim)
        k = F.linear(h, self.wk.weight.to(dt)).view(-1, c.kv_heads, c.head_dim)
        v = F.linear(h, self.wv.weight.to(dt)).view(-1, c.kv_heads, c.head_dim)
        if fast:
            q = fastcpu.QK.apply(q, self.q_norm.weight, lay['cos'], lay['sin'], c.eps)
            k = fastcpu.QK.apply(k, self.k_norm.weight, lay['cos'], lay['sin'], c.eps)
        else:
            q = apply_rope(self.q_norm(q), lay['cos'], lay['sin']).to(dt)
            k = apply_rope(self.k_norm(k), lay['cos'], lay['sin']).to(dt)

        def fold(z, n, m, heads):            # (n*m, H, D) -> (n, H, m, D)
            return z.view(n, m, heads, c.head_dim).transpose(1, 2)

        def group(z, n, m):                  # (n*m, heads, D) -> (n, KV, G*m, D)
            return fold(z, n, m, c.heads).reshape(n, c.kv_heads, g * m, c.head_dim)

        def unfold(o, n, m):
            return o.view(n, c.heads, m, c.head_dim).transpose(1, 2).reshape(n * m, c.heads * c.head_dim)
        outs = []
        kb, vb = fold(k[p:], b, t, c.kv_heads), fold(v[p:], b, t, c.kv_heads)
        if p:
            kp, vp = fold(k[:p], 1, p, c.kv_heads), fold(v[:p], 1, p, c.kv_heads)
            outs.append(unfold(attend(group(q[:p], 1, p), kp, vp, lay['mask_p'], fast), 1, p))
            kb = torch.cat((kp.expand(b, -1, -1, -1), kb), 2)
            vb = torch.cat((vp.expand(b, -1, -1, -1), vb), 2)
        if cache is not None:
            if 'k' in cache:
                kb, vb = torch.cat((cache['k'], kb), 2), torch.cat((cache['v'], vb), 2)
            cache['k'], cache['v'] = kb, vb
        outs.append(unfold(attend(group(q[p:], b, t), kb, vb, lay['mask'], fast), b, t))
        o = torch.cat(outs, 0) if p else outs[0]
        if pick is not None:                 # last layer: only these positions matter
            o, x = o[pick], x[pick]
        x = x + F.linear(o, self.wo.weight.to(dt)).float()
        h = fastcpu.RMS.apply(x, self.ffn_norm.weight, c.eps) if fast else self.ffn_norm(x).to(dt)
        u, w = F.linear(h, self.gate.weight.to(dt)), F.linear(h, self.up.weight.to(dt))
        u = fastcpu.SwiGLU.apply(u, w) if fast else F.silu(u.float()).to(dt) * w
        return x + F.linear(u, self.down.weight.to(dt)).float()


class Pocket(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.c = c
        self.embed = nn.Embedding(c.vocab_size, c.d)
        self.blocks = nn.ModuleList([Block(c) for _ in range(c.layers)])
        self.norm = RMSNorm(c.d, c.eps)
        # training aid, dropped on export: after the middle layers, tell for every rule token
        # whether it belongs to the rule that answers the question
        self.aux = nn.Linear(c.d, 2)
        self.aux_layers = (c.layers // 2, c.layers // 2 + 1)
        self.compute_dtype = torch.float32
        self.fast = False                           # fused CPU kernels (bfloat16 training only)
        for m in self.modules():
            if isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, std=1 / math.sqrt(m.weight.shape[1]))
            elif isinstance(m, nn.Embedding):
                nn.init.normal_(m.weight, std=0.5)      # large, so that a token stays visible ...
        nn.init.constant_(self.norm.weight, 0.125)      # ... and the tied logits start small
        for b in self.blocks:                       # residual projections start small
            for w in (b.wo.weight, b.down.weight):
                w.data.mul_(1 / math.sqrt(2 * c.layers))

    @torch.no_grad()
    def wire_copying(self):
        """Starts training with a working induction circuit instead of waiting for one.

        Layer 0, heads 0 and 1 look at the last and the last but one token and write some
        of their coordinates into unused subspaces; layer 1, head 0 looks for a place where
        the two tokens before are the present two, and writes the token found there into
        the stream. Everything else starts at random, and all of it is trained on; this
        only saves the (long) plateau before copying is discovered."""
        c, n = self.c, 40
        h, hd = n // 2, c.head_dim
        assert c.heads // c.kv_heads >= 2 and c.d >= 2 * n + h + hd + 1
        q = torch.linalg.qr(torch.randn(c.d, c.d))[0].T.contiguous()
        read, prev1, prev2, ident, one = q[:n], q[n:2 * n], q[2 * n:2 * n + h], q[2 * n + h:2 * n + h + hd], q[2 * n + h + hd]
        e = self.embed.weight
        for sub in (prev1, prev2, one[None]):                  # nothing of the token itself there
            e.sub_(e @ sub.T @ sub)
        e.add_(one)                                            # a constant that every token has
        half = hd // 2
        w = c.rope_base ** (-torch.arange(half).float() / half)
        b0, b1 = self.blocks[0], self.blocks[1]
        b0.wq.weight[:2 * hd] = 0
        b0.wk.weight[:hd] = 0
        for i in range(6):                                     # fast frequencies tell distances
            b0.wk.weight[i], b0.wk.weight[i + half] = one * math.cos(w[i]), one * math.sin(w[i])
            b0.wq.weight[i] = one                              # distance 1
            b0.wq.weight[hd + i], b0.wq.weight[hd + i + half] = one * math.cos(w[i]), -one * math.sin(w[i])   # distance 2
        b0.q_norm.weight.fill_(1.7)
        b0.k_norm.weight.fill_(1.7)
        b0.wv.weight[:n] = read
        b0.wo.weight[:, :n] = prev1.T * 0.7
        b0.wo.weight[:, hd + h:hd + n] = prev2.T * 0.7
        b1.wq.weight[:hd] = 0
        b1.wk.weight[:hd] = 0
        dims = [i for j in range(half - h, half) for i in (j, j + half)]      # slow frequencies: any distance
        for j in range(h):
            x, y = dims[2 * j], dims[2 * j + 1]
            b1.wq.weight[x], b1.wk.weight[x] = 1.6 * read[j], 1.1 * prev1[j]
            b1.wq.weight[y], b1.wk.weight[y] = 0.8 * prev1[h + j], 0.9 * prev2[j]
        b1.q_norm.weight.fill_(1.4)
        b1.k_norm.weight.fill_(1.4)
        b1.wv.weight[:hd] = ident
        b1.wo.weight[:, :hd] = ident.T * 1.5

    @torch.no_grad()
    def wire_matching(self, at=2):
        """Makes block `at` start as a no-op whose head 0 (and 2) looks for the same token
        elsewhere: that is how a rule token finds out that the question contains it. Reads
        the token through the projection that the value of layer 0, head 0 uses."""
        c, blk, n = self.c, self.blocks[at], 40
        hd, half = c.head_dim, c.head_dim // 2
        read = self.blocks[0].wv.weight[:n].clone()
        dims = [i for j in range(half - n // 2, half) for i in (j, j + half)]
        for kv in range(c.kv_heads):
            qh = kv * (c.heads // c.kv_heads)
            blk.wk.weight[kv * hd:(kv + 1) * hd] *= 0.05
            blk.wq.weight[qh * hd:(qh + 1) * hd] *= 0.05
            for j, i in enumerate(dims):
                blk.wk.weight[kv * hd + i] = read[j]
                blk.wq.weight[qh * hd + i] = read[j]
        blk.q_norm.weight.fill_(1.3)
        blk.k_norm.weight.fill_(1.3)
        blk.wo.weight.mul_(0.3)
        blk.down.weight.mul_(0.3)

    def n_params(self):
        return sum(p.numel() for p in self.parameters())

    def hidden(self, ids, prefix=None, pick=None, cache=None, tap=None):
        """ids (B, T), prefix (P,) or None -> final hidden states, flat (P + B*T, d), or
        those of the positions in pick."""
        dt, dev = self.compute_dtype, ids.device
        b, t = ids.shape
        p = 0 if prefix is None else len(prefix)
        past = cache[0]['k'].shape[2] if cache and 'k' in cache[0] else 0
        pos = torch.arange(p + past, p + past + t, device=dev).repeat(b)
        flat = ids.reshape(-1)
        if p:
            pos = torch.cat((torch.arange(p, device=dev), pos))
            flat = torch.cat((prefix, flat))
        cos, sin = rope_tables(pos, self.c.head_dim, self.c.rope_base)
        lay = dict(p=p, b=b, t=t, cos=cos, sin=sin, mask=None, mask_p=None, fast=self.fast)
        if t > 1:
            lay['mask'] = torch.full((t, p + past + t), -1e9, device=dev).triu_(p + past + 1)
        if p:
            lay['mask_p'] = torch.full((p, p), -1e9, device=dev).triu_(1)
        x = F.embedding(flat, self.embed.weight).float()
        for i, blk in enumerate(self.blocks):
            last = i == len(self.blocks) - 1
            x = blk(x, lay, dt, pick if last else None, None if cache is None else cache[i])
            if tap is not None and i in self.aux_layers:
                tap.append(x)
        return fastcpu.RMS.apply(x, self.norm.weight, self.c.eps) if self.fast else self.norm(x).to(dt)

    def logits(self, h):
        return F.linear(h, self.embed.weight.to(h.dtype)).float()

    def loss(self, ids, starts, lens, prefix=None, flags=None, choice_weight=1.0):
        """Summed cross-entropy over the reply tokens of every row (from starts[i] to
        lens[i]), their number, and the loss and accuracy of the rule flags (or None). The
        tokens of flag 3, with which something is chosen, count choice_weight times."""
        b, t = ids.shape
        p = 0 if prefix is None else len(prefix)
        col = torch.arange(t, device=ids.device)[None, :]
        want = (col >= starts[:, None]) & (col < lens[:, None])       # positions to predict
        target = ids[want]
        pick = torch.nonzero(want.reshape(-1)).squeeze(1) - 1 + p     # predicted from one before
        in_rules = None if flags is None else (flags == 1) | (flags == 2)
        tap = [] if flags is not None and bool(in_rules.any()) else None
        h = self.hidden(ids, prefix, pick, tap=tap)
        w = torch.ones(len(target), device=ids.device)
        if flags is not None:
            w[flags[want] == 3] = choice_weight
        if self.fast:
            ce = fastcpu.CE.apply(F.linear(h, self.embed.weight.to(h.dtype)), target, w)
        else:
            ce = F.cross_entropy(self.logits(h), target, reduction='none')
            ce = (ce * w).sum() + ((1 - w) * ce).sum().detach()      # reported unweighted
        aux = right = None
        if tap:
            at = torch.nonzero(in_rules.reshape(-1)).squeeze(1)
            y = (flags.reshape(-1)[at] == 2).float()
            aux = 0.0
            for i, x in enumerate(tap):
                z = F.linear(F.normalize(x[at + p], dim=-1) * 4, self.aux.weight[i:i + 1], self.aux.bias[i:i + 1]).squeeze(1)
                aux = aux + F.binary_cross_entropy_with_logits(z, y)
            right = float(((z > 0) == (y > 0)).float().mean())
        return ce, target.numel(), aux, right

    @torch.no_grad()
    def generate(self, ids, max_new=200, stop=()):
        """Greedy decoding with a KV cache; ids is a list of token numbers."""
        dev = self.embed.weight.device
        cache = [dict() for _ in self.blocks]
        x, out = torch.tensor([ids], device=dev), []
        for _ in range(max_new):
            h = self.hidden(x, cache=cache)
            n = int(self.logits(h[-1:]).argmax(-1))
            if n in stop:
                break
            out.append(n)
            x = torch.tensor([[n]], device=dev)
        return out
