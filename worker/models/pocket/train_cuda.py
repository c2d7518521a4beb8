"""Trains the pocket model on one CUDA GPU, on batches that stream.py makes meanwhile on the machine's cores.

  python3 train_cuda.py --out run --wire --minutes 8 --makers 14

The network is model.py's, computed in whole padded batches with flash attention; Muon for the matrices inside the blocks, AdamW for the rest. The rate
follows the share of the time that is used up: a short warm-up, flat, then linear to zero over the last --decay part. OUT/last.pt every
--save-minutes, OUT/final.pt at the end, OUT/log.jsonl.
"""
import argparse
import json
import math
import os
import queue
import random
import shutil
import subprocess
import sys
import threading
import time

import numpy as np
import torch
import torch.nn.functional as F

from model import Config, Pocket, apply_rope, rope_tables
from train import orthogonalise
from weights import load_checkpoint

HERE = os.path.dirname(os.path.abspath(__file__))
PROMPT, REPLY, CHOICE = 0, 1, 2                            # kinds of learned positions, as stream.py writes them


class Stream:
    """Batches in random order out of the newest shards; a shard is read once, unless the makers do not keep up."""

    def __init__(self, folder, share_of_pick, device, pool=48):
        self.folder, self.share_of_pick, self.device, self.pool = folder, share_of_pick, device, pool
        self.have, self.old, self.again, self.r = {'main': [], 'pick': []}, {'main': [], 'pick': []}, 0, random.Random(1)
        self.queue = queue.Queue(6)
        threading.Thread(target=self.run, daemon=True).start()

    def load(self, kind):
        names = sorted(n for n in os.listdir(self.folder) if n.startswith(kind) and '.part' not in n)
        if not names:
            return False
        name = os.path.join(self.folder, self.r.choice(names))
        z = np.load(name)
        batches = [{k: z[f'{i}.{k}'] for k in ('ids', 'at', 'kind', 'rule_at', 'asked')} for i in range(len(z.files) // 5)]
        os.remove(name)
        self.have[kind] += batches
        self.old[kind] = (batches + self.old[kind])[:300]
        return True

    def next(self):
        kind = 'pick' if self.r.random() < self.share_of_pick() else 'main'
        have = self.have[kind]
        while len(have) < self.pool and self.load(kind):
            pass
        if not have:
            while not self.old[kind]:
                time.sleep(.2)
                self.load(kind)
            if not have:
                self.again += 1
                return self.r.choice(self.old[kind])
        return have.pop(self.r.randrange(len(have)))

    def run(self):
        while True:
            b = self.next()
            pin = (lambda t: t.pin_memory()) if self.device == 'cuda' else (lambda t: t)
            put = lambda k: pin(torch.from_numpy(b[k].astype(np.int64))).to(self.device, non_blocking=True)
            self.queue.put({k: put(k) for k in b})


def attention(q, k, v):
    """(B, heads, T, D), causal; heads of q in groups over those of k and v."""
    if hasattr(F, 'scaled_dot_product_attention'):
        return F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)
    g, t = q.shape[1] // k.shape[1], q.shape[2]            # an old torch: to try the rest of this file on a CPU
    s = q @ k.repeat_interleave(g, 1).transpose(2, 3) / math.sqrt(q.shape[-1])
    return (s + torch.full((t, t), -1e9).triu_(1)).softmax(-1).to(v.dtype) @ v.repeat_interleave(g, 1)


def block(m, x, cos, sin):
    """One block of model.py over x (B, T, d)."""
    c, dt, (b, t, _) = m.c, torch.bfloat16, x.shape
    h = m.attn_norm(x).to(dt)
    heads = lambda w, n: F.linear(h, w.to(dt)).view(b, t, n, c.head_dim)
    q = apply_rope(m.q_norm(heads(m.wq.weight, c.heads)), cos, sin).to(dt)
    k = apply_rope(m.k_norm(heads(m.wk.weight, c.kv_heads)), cos, sin).to(dt)
    v = heads(m.wv.weight, c.kv_heads)
    o = attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2)).transpose(1, 2).reshape(b, t, -1)
    x = x + F.linear(o, m.wo.weight.to(dt)).float()
    h = m.ffn_norm(x).to(dt)
    u = F.silu(F.linear(h, m.gate.weight.to(dt)).float()).to(dt) * F.linear(h, m.up.weight.to(dt))
    return x + F.linear(u, m.down.weight.to(dt)).float()


def losses(model, run_block, b, choice_weight, prompt_weight):
    """-> (what is minimised before scaling, reply loss and its number of tokens, choice loss and number, aux loss and accuracy)"""
    ids, flat = b['ids'], b['ids'].reshape(-1)
    cos, sin = rope_tables(torch.arange(ids.shape[1], device=ids.device), model.c.head_dim, model.c.rope_base)
    x, taps = F.embedding(ids, model.embed.weight).float(), []
    for i, m in enumerate(model.blocks):
        x = run_block(m, x, cos, sin)
        if i in model.aux_layers:
            taps.append(x.reshape(-1, model.c.d)[b['rule_at']])
    h = model.norm(x.reshape(-1, model.c.d)[b['at']]).bfloat16()
    ce = F.cross_entropy(F.linear(h, model.embed.weight.bfloat16()).float(), flat[b['at'] + 1], reduction='none')
    kind = b['kind']
    weight = torch.tensor([prompt_weight, 1.0, choice_weight], device=ids.device)[kind]
    aux, right, y = 0.0, 0.0, b['asked'].float()
    for i, tap in enumerate(taps):
        z = F.linear(F.normalize(tap, dim=-1) * 4, model.aux.weight[i:i + 1], model.aux.bias[i:i + 1]).squeeze(1)
        aux = aux + F.binary_cross_entropy_with_logits(z, y, reduction='sum') / max(1, len(y))
        right = ((z > 0) == (y > 0)).float().sum() / max(1, len(y))
    with torch.no_grad():
        seen = torch.stack([ce[kind > 0].mean(), ce[kind == CHOICE].mean(), ce[kind == PROMPT].mean(), aux.detach(), right])
    return (ce * weight).sum(), aux, seen


class Optimiser:
    """Muon (orthogonalised momentum, shapes stacked) for the blocks' matrices, AdamW for all else."""

    def __init__(self, model, lr_muon, lr_adam, wd):
        in_block = lambda n, p: p.dim() == 2 and 'embed' not in n and 'aux' not in n
        self.rest = [p for n, p in model.named_parameters() if not in_block(n, p)]
        self.groups = {}
        for n, p in model.named_parameters():
            if in_block(n, p):
                self.groups.setdefault(tuple(p.shape), []).append(p)
        self.momentum = {s: [torch.zeros_like(p) for p in ps] for s, ps in self.groups.items()}
        self.adam = torch.optim.AdamW(self.rest, lr=lr_adam, betas=(.9, .98), eps=1e-9, weight_decay=0.0)
        self.lr_muon, self.lr_adam, self.wd = lr_muon, lr_adam, wd

    @torch.no_grad()
    def step(self, scale, momentum):
        for g in self.adam.param_groups:
            g['lr'] = self.lr_adam * scale
        self.adam.step()
        lr = self.lr_muon * scale
        for shape, ps in self.groups.items():
            grads, mom = [p.grad for p in ps], self.momentum[shape]
            torch._foreach_mul_(mom, momentum)
            torch._foreach_add_(mom, grads, alpha=1 - momentum)
            update = orthogonalise(torch.stack(grads) * (1 - momentum) + torch.stack(mom) * momentum)
            torch._foreach_mul_(ps, 1 - lr * self.wd)
            torch._foreach_add_(ps, list(update.unbind(0)), alpha=-lr * max(1.0, shape[0] / shape[1]) ** .5)


def main():
    a = argparse.ArgumentParser()
    add = a.add_argument
    add('--out', required=True)
    add('--folder', default='/dev/shm/pocket', help='for the shards of stream.py; cleared when the run begins')
    add('--makers', type=int, default=14, help='processes of stream.py')
    add('--maker-args', default='')
    add('--init', help='checkpoint or GGUF to start from')
    add('--wire', action='store_true', help='start with a wired induction circuit (see model.py)')
    add('--device', default='cuda')
    add('--compile', action='store_true')
    add('--minutes', type=float, default=8)
    add('--save-minutes', type=float, default=2)
    add('--log-every', type=int, default=100)
    for k, v in dict(vocab=6144, d=384, layers=12, heads=6, kv_heads=3, head_dim=64, ff=1024).items():
        add('--' + k.replace('_', '-'), type=int, default=v)
    add('--lr-muon', type=float, default=.008)
    add('--lr-adam', type=float, default=.002)
    add('--wd', type=float, default=.02)
    add('--aux', type=float, default=.5)
    add('--choice-weight', type=float, default=4.0)
    add('--prompt-weight', type=float, default=.5, help='of the prompt tokens that stream.py drew; falls to zero with the time')
    add('--clip', type=float, default=2.0)
    add('--warmup', type=int, default=100)
    add('--decay', type=float, default=.6)
    add('--pick-start', type=float, default=.6)
    add('--pick-until', type=float, default=.12, help='share of the time until which the curriculum falls to --pick-tail')
    add('--pick-tail', type=float, default=.03)
    add('--batch-tokens', type=int, default=65536)
    o = a.parse_args()
    t0 = time.time()
    empty(o.folder)
    os.makedirs(o.out, exist_ok=True)
    makers = [subprocess.Popen([sys.executable, os.path.join(HERE, 'stream.py'), o.folder, '--worker', str(i), '--batch-tokens', str(o.batch_tokens),
                                *o.maker_args.split()], cwd=HERE, env=dict(os.environ, OMP_NUM_THREADS='1')) for i in range(o.makers)]
    try:
        train(o, t0)
    finally:
        open(os.path.join(o.folder, 'stop'), 'w').close()
        for m in makers:
            m.terminate()


def empty(folder):
    """Makes the folder of the shards, or clears one that an earlier run made; any other is somebody's."""
    mark = os.path.join(folder, '.pocket-shards')
    if os.path.exists(folder) and not os.path.exists(mark):
        sys.exit(f'{folder} exists and was not made by train_cuda.py, which would delete what is in it: name another --folder')
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    open(mark, 'w').close()


def train(o, t0):
    torch.manual_seed(1)
    torch.set_float32_matmul_precision('high')
    cfg = Config(vocab_size=o.vocab, d=o.d, layers=o.layers, heads=o.heads, kv_heads=o.kv_heads, head_dim=o.head_dim, ff=o.ff)
    model = Pocket(cfg)
    if o.wire:
        model.wire_copying()
        model.wire_matching(2)
    if o.init:
        model.load_state_dict(load_checkpoint(o.init)[1], strict=False)
    model.to(o.device)
    params, opt = list(model.parameters()), Optimiser(model, o.lr_muon, o.lr_adam, o.wd)
    run_block = torch.compile(block, dynamic=True) if o.compile else block
    done, step, tokens, rows, seen_sum, last_log = 0.0, 0, 0, 0, None, time.time()
    stream = Stream(o.folder, lambda: max(o.pick_tail, o.pick_start * (1 - done / o.pick_until)), o.device)
    log = open(os.path.join(o.out, 'log.jsonl'), 'a')
    unit = o.batch_tokens / 280 * 30                       # about the reply tokens of a batch
    print('parameters', model.n_params(), 'ready after', round(time.time() - t0, 1), 's', flush=True)
    last_save = time.time()

    def save(name):
        path = os.path.join(o.out, name)
        torch.save(dict(config=cfg.as_dict(), model={k: v.cpu() for k, v in model.state_dict().items()}, step=step, args=vars(o)), path + '.tmp')
        os.replace(path + '.tmp', path)

    while done < 1.0:
        b = stream.queue.get()
        ce, aux, seen = losses(model, run_block, b, o.choice_weight, o.prompt_weight * (1 - done))
        (ce / unit + o.aux * aux).backward()
        torch.nn.utils.clip_grad_norm_(params, o.clip)
        scale = min(1.0, (step + 1) / o.warmup) * min(1.0, max(.01, (1 - done) / o.decay))
        opt.step(scale, .85 + .1 * min(1.0, step / 200))
        for p in params:
            p.grad = None
        step, tokens, rows = step + 1, tokens + b['ids'].numel(), rows + len(b['ids'])
        seen_sum = seen if seen_sum is None else seen_sum + seen
        done = min(1.0, (time.time() - t0) / 60 / o.minutes)
        if step % o.log_every == 0 or done >= 1.0:
            n = (step - 1) % o.log_every + 1
            loss, choice, prompt, aux_seen, right = (seen_sum / n).tolist()
            seen_sum, el = None, time.time() - t0
            rec = dict(step=step, loss=round(loss, 4), choice=round(choice, 4), prompt=round(prompt, 3), aux=round(aux_seen, 3), right=round(right, 3), scale=round(scale, 3), tokens=tokens,
                       rows=rows, again=stream.again, waiting=len(os.listdir(o.folder)), sec=round(el, 1), ms=round((time.time() - last_log) / n * 1000, 1), done=round(done, 3))
            last_log = time.time()
            log.write(json.dumps(rec) + '\n')
            log.flush()
            print(rec, flush=True)
        if time.time() - last_save > 60 * o.save_minutes:
            last_save = time.time()
            save('last.pt')
    save('final.pt')


if __name__ == '__main__':
    main()
