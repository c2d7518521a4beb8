"""Trains the pocket model on a CPU: Muon for the matrices inside the blocks, AdamW for the rest.

  two processes of one thread each (data parallel over gloo):
    python3 train.py --data train.npz --out run1 --wire --procs 2 --layers 7 --ff 640 \
        --lr-muon .008 --lr-adam .002 --minutes 120

The learning rate follows the share of the time (or of --steps) that is used up: a short
warm-up, flat, then linear to zero over the last --decay part. Checkpoints: OUT/last.pt
every --save-minutes, OUT/final.pt at the end; the log is OUT/log.jsonl.
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch
import torch.distributed as dist

import fastcpu
from model import Config, Pocket
from weights import load_checkpoint


class Data:
    """The batches of the .npz files written by pack.py (paths separated by commas)."""

    def __init__(self, paths):
        zs = [np.load(p) for p in paths.split(',')]
        cat = lambda k: np.concatenate([z[k] for z in zs])
        self.flat = cat('flat')
        self.row_len, self.row_start = cat('row_len'), cat('row_start')
        self.flags = cat('flags')
        self.flag_at = np.concatenate(([0], np.cumsum(self.row_len)))
        rows, pre = cat('batch_rows'), cat('batch_prefix')
        self.kind, self.batches, at, r = cat('batch_kind'), [], 0, 0
        for i in range(len(rows)):
            a = at + int(pre[i])
            n = int(rows[i])
            self.batches.append((at, a, r, n))
            at = a + int(self.row_len[r:r + n].sum())
            r += n

    def get(self, i):
        p0, p1, r, n = self.batches[i]
        lens, starts = self.row_len[r:r + n], self.row_start[r:r + n]
        ids, at = np.zeros((n, int(lens.max())), np.int64), p1
        flags = np.zeros_like(ids)
        for j, l in enumerate(lens):
            ids[j, :l] = self.flat[at:at + l]
            at += int(l)
            f = self.flag_at[r + j]
            flags[j, :l] = self.flags[f:f + l]
        t = lambda a: torch.from_numpy(np.ascontiguousarray(a, dtype=np.int64))
        return t(ids), t(starts), t(lens), (t(self.flat[p0:p1]) if p1 > p0 else None), t(flags)


def orthogonalise(g, steps=5):
    """Newton-Schulz iteration on a stack of matrices (n, rows, cols)."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g.bfloat16()
    flip = x.shape[1] > x.shape[2]
    if flip:
        x = x.transpose(1, 2).contiguous()
    x = x / (x.float().norm(dim=(1, 2), keepdim=True) + 1e-7).to(x.dtype)
    for _ in range(steps):
        m = torch.bmm(x, x.transpose(1, 2))
        x = a * x + torch.bmm(b * m + c * torch.bmm(m, m), x)
    return (x.transpose(1, 2) if flip else x).float()


class Optimiser:
    def __init__(self, model, lr_muon, lr_adam, wd, rank, world):
        self.mats = [p for n, p in model.named_parameters() if p.dim() == 2 and 'embed' not in n and 'aux' not in n]
        self.rest = [p for n, p in model.named_parameters() if p.dim() != 2 or 'embed' in n or 'aux' in n]
        self.lr_muon, self.wd, self.rank, self.world = lr_muon, wd, rank, world
        self.mom = [torch.zeros_like(p) for p in self.mats]
        self.adam = torch.optim.AdamW(self.rest, lr=lr_adam, betas=(.9, .98), eps=1e-9, weight_decay=0.0)
        self.lr_adam = lr_adam
        groups = {}
        for i, p in enumerate(self.mats):
            groups.setdefault(tuple(p.shape), []).append(i)
        self.groups = list(groups.values())

    @torch.no_grad()
    def step(self, scale, momentum):
        for g in self.adam.param_groups:
            g['lr'] = self.lr_adam * scale
        self.adam.step()
        lr = self.lr_muon * scale
        for idx in self.groups:                      # every rank does its share of each shape
            n = len(idx)
            per = math.ceil(n / self.world)
            shape = self.mats[idx[0]].shape
            upd = torch.zeros((per * self.world,) + tuple(shape), device=self.mats[idx[0]].device)
            mine = idx[self.rank * per:(self.rank + 1) * per]
            for i in idx:
                self.mom[i].mul_(momentum).add_(self.mats[i].grad, alpha=1 - momentum)
            if mine:
                st = torch.stack([self.mats[i].grad * (1 - momentum) + self.mom[i] * momentum for i in mine])
                upd[self.rank * per:self.rank * per + len(mine)] = orthogonalise(st)
            if self.world > 1:
                dist.all_reduce(upd)
            f = max(1.0, shape[0] / shape[1]) ** .5
            for j, i in enumerate(idx):
                self.mats[i].mul_(1 - lr * self.wd).add_(upd[j], alpha=-lr * f)


def worker(rank, o):
    torch.set_num_threads(o.threads)
    if o.procs > 1:
        os.environ.update(MASTER_ADDR='127.0.0.1', MASTER_PORT=str(o.port))
        dist.init_process_group('gloo', rank=rank, world_size=o.procs)
    torch.manual_seed(o.seed)
    cfg = Config(vocab_size=o.vocab, d=o.d, layers=o.layers, heads=o.heads, kv_heads=o.kv_heads, head_dim=o.head_dim, ff=o.ff)
    model = Pocket(cfg)
    if o.wire:
        model.wire_copying()
        if o.layers > 3:
            model.wire_matching(2)
    if o.init:
        model.load_state_dict(load_checkpoint(o.init)[1], strict=False)
    model.compute_dtype = torch.float32 if o.fp32 else torch.bfloat16
    model.fast = not o.fp32 and fastcpu.load() is not None
    opt = Optimiser(model, o.lr_muon, o.lr_adam, o.wd, rank, o.procs)
    data = Data(o.data)
    order = np.random.RandomState(o.seed).permutation([i for i in range(len(data.batches)) if not data.kind[i]])
    kv = np.random.RandomState(o.seed + 1).permutation([i for i in range(len(data.batches)) if data.kind[i]])
    params = list(model.parameters())
    if rank == 0:
        os.makedirs(o.out, exist_ok=True)
        log = open(os.path.join(o.out, 'log.jsonl'), 'a')
        print('parameters', model.n_params(), 'batches', len(order), '+', len(kv), flush=True)
    coin = np.random.RandomState(o.seed + 2)         # the same draws on every rank
    t0 = last_save = time.time()
    done, step, ni, nk, tok_seen, rows_seen, ema = 0.0, 0, 0, 0, 0, 0, None
    while done < 1.0:
        loss_sum = count = 0.0
        aux_sum = np.zeros(3)
        toks = 0
        for p in params:
            p.grad = None
        p_kv = max(o.kv_tail, o.kv_start * (1 - step / o.kv_steps)) if len(kv) else 0.0
        for _ in range(o.accum):
            use_kv = coin.rand() < p_kv
            if use_kv:
                i = kv[(nk + rank) % len(kv)]
                nk += o.procs
            else:
                i = order[(ni + rank) % len(order)]
                ni += o.procs
            ids, starts, lens, prefix, flags = data.get(i)
            l, n, aux, right = model.loss(ids, starts, lens, prefix, flags, o.choice_weight)
            total = l / (o.rows * 30)                # fixed divisor: a sum over reply tokens
            if aux is not None:
                total = total + o.aux * aux
                aux_sum += [float(aux.detach()), right, 1.0]
            total.backward()
            loss_sum += float(l.detach())
            count += n
            toks += ids.numel() + (0 if prefix is None else len(prefix))
            rows_seen += o.procs * ids.shape[0]
        now = min(1.0, (time.time() - t0) / 60 / o.minutes) if not o.steps else (step + 1) / o.steps
        info = torch.tensor([loss_sum, count, toks, now if rank == 0 else 0.0], dtype=torch.float64)
        for p in params:
            if p.grad is None:                       # the rule flags in a batch without rules
                p.grad = torch.zeros_like(p)
        flat = torch.cat([p.grad.reshape(-1) for p in params])
        if o.procs > 1:
            dist.all_reduce(info)
            dist.all_reduce(flat)
        loss_sum, count, toks, now = info.tolist()
        gn = float(flat.norm()) / (o.procs * o.accum)
        f = 1.0 / (o.procs * o.accum) * min(1.0, o.clip / (gn + 1e-9))
        at = 0
        for p in params:
            p.grad.copy_(flat[at:at + p.numel()].view_as(p)).mul_(f)
            at += p.numel()
        warm = min(1.0, (step + 1) / o.warmup)
        scale = warm * min(1.0, max(0.02, (1 - now) / o.decay))
        opt.step(scale, .85 + .1 * min(1.0, step / 200))
        done = now
        step += 1
        tok_seen += toks
        loss = loss_sum / max(1.0, count)
        ema = loss if ema is None else .95 * ema + .05 * loss
        if rank == 0 and (step % o.log_every == 0 or done >= 1.0):
            el = time.time() - t0
            rec = dict(step=step, loss=round(loss, 4), aux=round(aux_sum[0] / max(1, aux_sum[2]), 3), right=round(aux_sum[1] / max(1, aux_sum[2]), 3), ema=round(ema, 4), gn=round(gn, 3), scale=round(scale, 3), tokens=int(tok_seen), rows=rows_seen, epoch=round(ni / len(order), 3), sec=round(el, 1), tps=round(tok_seen / el), done=round(done, 4))
            log.write(json.dumps(rec) + '\n')
            log.flush()
            print(rec, flush=True)
        if rank == 0 and (time.time() - last_save > 60 * o.save_minutes or done >= 1.0):
            last_save = time.time()
            name = 'final.pt' if done >= 1.0 else 'last.pt'
            tmp = os.path.join(o.out, name + '.tmp')
            torch.save(dict(config=cfg.as_dict(), model=model.state_dict(), step=step, args=vars(o)), tmp)
            os.replace(tmp, os.path.join(o.out, name))
    if o.procs > 1:
        dist.barrier()
        dist.destroy_process_group()


def main():
    a = argparse.ArgumentParser()
    add = a.add_argument
    add('--data', required=True)
    add('--out', required=True)
    add('--init', help='checkpoint or GGUF to start from')
    add('--wire', action='store_true', help='start with a wired induction circuit (see model.py)')
    add('--procs', type=int, default=1)
    add('--threads', type=int, default=1)
    add('--port', type=int, default=29511)
    add('--minutes', type=float, default=60)
    add('--steps', type=int, default=0, help='stop after so many steps instead of --minutes')
    add('--save-minutes', type=float, default=3)
    add('--log-every', type=int, default=20)
    add('--rows', type=int, default=32, help='rows per batch in the data (scales the loss)')
    add('--accum', type=int, default=1)
    add('--vocab', type=int, default=6144)
    for k, v in dict(d=256, layers=6, heads=4, kv_heads=2, head_dim=64, ff=768).items():
        add('--' + k.replace('_', '-'), type=int, default=v)
    add('--lr-muon', type=float, default=.02)
    add('--lr-adam', type=float, default=.003)
    add('--wd', type=float, default=.02)
    add('--aux', type=float, default=0.5, help='weight of the "is this the right rule" loss')
    add('--choice-weight', type=float, default=4.0, help='weight of the tokens with which something is chosen')
    add('--clip', type=float, default=2.0)
    add('--warmup', type=int, default=60)
    add('--decay', type=float, default=.45)
    add('--kv-start', type=float, default=.6)
    add('--kv-steps', type=int, default=300, help='curriculum steps')
    add('--kv-tail', type=float, default=.02)
    add('--seed', type=int, default=1)
    add('--fp32', action='store_true')
    o = a.parse_args()
    if o.procs > 1:
        torch.multiprocessing.spawn(worker, args=(o,), nprocs=o.procs)
    else:
        worker(0, o)


if __name__ == '__main__':
    main()
