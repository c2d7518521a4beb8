"""Makes training batches without end for train_cuda.py: one process writes shards of ready batches into a folder.

  python3 stream.py FOLDER --worker 3 --batch-tokens 65536        # until FOLDER/stop exists

A shard is an .npz of batches. A batch holds examples of nearly the same length, padded on the right to one length T, and beside them: the
positions whose next token is learned with their weights, and the positions inside rules with whether they are asked for.
"""
import argparse
import os
import random
import time

import numpy as np

import corpus
from pack import ASKED, CHOICE, OTHER, encode
from tokenizer import Tokenizer

STEP = 32                                                  # T is a multiple of it, so that there are few shapes


def whole(tok, size, e):
    """-> (system prompt, the user's part and the reply as tokens, where the reply starts, a flag for every token)"""
    system, (ids, start, flags) = tok.encode(corpus.render(e)[0]), encode(tok, size, e)
    return system + ids, len(system) + start, [0] * len(system) + flags


def batch(rows, t, prompt_share, rng):
    """Arrays of one batch, by their names in train_cuda.py."""
    ids, at, weight, rule_at, asked = np.zeros((len(rows), t), np.uint16), [], [], [], []
    for i, (row, start, flags) in enumerate(rows):
        ids[i, :len(row)] = row
        flags = np.array(flags, np.uint8)
        reply = np.arange(start, len(row))
        at.append(i * t + reply - 1)
        weight.append(np.where(flags[start:] == CHOICE, 2, 1))
        prompt = np.nonzero(rng.random_sample(start - 1) < prompt_share)[0]
        at.append(i * t + prompt)
        weight.append(np.zeros(len(prompt), int))
        inside = np.nonzero((flags == ASKED) | (flags == OTHER))[0]
        rule_at.append(i * t + inside)
        asked.append(flags[inside] == ASKED)
    cat = lambda xs, kind: np.concatenate(xs).astype(kind)
    return dict(ids=ids, at=cat(at, np.int32), kind=cat(weight, np.uint8), rule_at=cat(rule_at, np.int32), asked=cat(asked, np.uint8))


def shard(r, rng, tok, size, o, pick):
    rows = []
    while len(rows) < o.examples:
        x = whole(tok, size, corpus.make_pick(r) if pick else corpus.make(r))
        if len(x[0]) <= o.max_len:
            rows.append(x)
    rows.sort(key=lambda x: len(x[0]))
    out, i = {}, 0
    while i < len(rows):
        n, t = 1, STEP
        while i + n <= len(rows):
            longest = -(-len(rows[min(len(rows), i + n) - 1][0]) // STEP) * STEP
            if longest * n > o.batch_tokens:
                break
            t, n = longest, n + 1
        n -= 1
        if n * t > o.batch_tokens * .6:                    # what is left over at the end is not worth a step
            for k, v in batch(rows[i:i + n], t, o.prompt_share, rng).items():
                out[f'{len(out) // 5}.{k}'] = v
        i += max(1, n)
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument('folder')
    a.add_argument('--worker', type=int, default=0)
    a.add_argument('--tokenizer', default='tokenizer.json')
    a.add_argument('--batch-tokens', type=int, default=65536)
    a.add_argument('--examples', type=int, default=4000, help='of a shard')
    a.add_argument('--max-len', type=int, default=640)
    a.add_argument('--prompt-share', type=float, default=.15, help='share of the prompt tokens that are learned too')
    a.add_argument('--pick', type=float, default=.2, help='share of the shards that are the curriculum of choosing alone')
    a.add_argument('--refusals', type=float, default=.6)
    a.add_argument('--rough', type=float, default=corpus.ROUGH, help='share of the rules that hold what only copying gets right')
    a.add_argument('--easier', type=float, default=corpus.EASIER, help='share of the questions where a rival with more words of the question than the right rule is drawn anew')
    a.add_argument('--ahead', type=int, default=400, help='wait while so many shards are unread')
    o = a.parse_args()
    corpus.ROUGH, corpus.EASIER = o.rough, o.easier
    for kind in ('near', 'refuse'):
        corpus.SHARES[kind] *= o.refusals
    r, rng, tok = random.Random(7919 * o.worker + 1), np.random.RandomState(o.worker), Tokenizer.load(o.tokenizer)
    size, n = [len(t) for t in tok.tokens], 0
    while not os.path.exists(os.path.join(o.folder, 'stop')):
        if len(os.listdir(o.folder)) > o.ahead:
            time.sleep(.5)
            continue
        pick = r.random() < o.pick
        name = os.path.join(o.folder, f'{"pick" if pick else "main"}-{o.worker:02}-{n:05}.npz')
        np.savez(name + '.part.npz', **shard(r, rng, tok, size, o, pick))
        os.replace(name + '.part.npz', name)
        n += 1


if __name__ == '__main__':
    main()
