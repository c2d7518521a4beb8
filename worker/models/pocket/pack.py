"""Writes training batches to one .npz: every batch holds examples of similar length that share one system prompt, so that
the trainer computes the prompt's prefix only once.

  python3 pack.py train.npz --examples 260000 --pick 30000 --rows 32 --seed 1

Every token carries a flag: 0 nothing, 1 a sentence of a rule that is not asked for, 2 one that is, 3 a token of the reply
with which a choice is made (the first of a sentence, the number of its rule).
"""
import argparse
import random
import re

import numpy as np

import corpus
from tokenizer import Tokenizer

OTHER, ASKED, CHOICE = 1, 2, 3


def sentence_spans(e, user):
    """Byte ranges of the rules' sentences in the user's part: [(from, to, asked for)]."""
    spans, at, raw = [], user.rindex(corpus.FRAME['zh']['rules'] if corpus.FRAME['zh']['rules'] + '\n' in user else corpus.FRAME['en']['rules']), user
    asked = set(e['answers'])
    for n, sentences in enumerate(e['said'], 1):
        at = raw.index(f'\n[{n}] ', at) + len(f'\n[{n}] ') + len(e['rules'][n - 1][0])
        for i, s in enumerate(sentences):
            found = raw.find(s, at)
            if found < 0:                                  # cut at the rule's end mark
                break
            at = found
            a = len(raw[:at].encode())
            spans.append((a, a + len(s.encode()), (n, i) in asked))
            at += len(s)
    return spans


def choice_spans(e):
    """Byte ranges of the reply in which something is chosen."""
    reply, spans, at = e['reply'], [], 0
    if e['kind'] == 'pick':
        return [(0, len(reply.encode()))]
    for part in e['parts'] or [e['facts']]:
        at = reply.index(part, at)
        a = len(reply[:at].encode())
        spans.append((a, a + len(part[:2].encode())))
        mark = re.search(r'\[\d+\]$', part)
        if mark:
            b = len(reply[:at + mark.start()].encode())
            spans.append((b, b + len(mark.group(0).encode())))
        at += len(part)
    return spans


def marked(size, ids, spans):
    """A flag for every token, by the byte ranges; size: bytes of every token of the vocabulary."""
    flag, pos = [0] * len(ids), 0
    for j, t in enumerate(ids):
        for a, b, f in spans:
            if a <= pos < b:
                flag[j] = f
        pos += size[t]
    return flag


def encode(tok, size, e):
    """-> (the user's part and the reply as tokens, where the reply starts, a flag for every token)"""
    _, user, reply = corpus.render(e)
    head, tail = tok.encode(user), tok.encode(reply)
    if 'said' not in e:
        return head + tail, len(head), [0] * (len(head) + len(tail))
    shift = len('<|im_start|>user\n'.encode())
    in_rules = [(a + shift, b + shift, ASKED if asked else OTHER) for a, b, asked in sentence_spans(e, e['user'])]
    return head + tail, len(head), marked(size, head, in_rules) + marked(size, tail, [(a, b, CHOICE) for a, b in choice_spans(e)])


def main():
    a = argparse.ArgumentParser()
    a.add_argument('out')
    a.add_argument('--tokenizer', default='tokenizer.json')
    a.add_argument('--examples', type=int, default=260000)
    a.add_argument('--pick', type=int, default=0, help='curriculum examples (the number of the right rule among many)')
    a.add_argument('--copy', type=int, default=0, help='curriculum examples (repeat what was just said), for a start without a checkpoint')
    a.add_argument('--rows', type=int, default=32)
    a.add_argument('--split', default='train')
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--max-len', type=int, default=640)
    a.add_argument('--refusals', type=float, default=1, help='so many times as many handovers: what the second stage takes fewer of')
    a.add_argument('--rough', type=float, default=corpus.ROUGH, help='share of the rules that hold what only copying gets right')
    a.add_argument('--easier', type=float, default=corpus.EASIER, help='share of the questions where a rival with more words of the question than the right rule is drawn anew')
    o = a.parse_args()
    corpus.ROUGH, corpus.EASIER = o.rough, o.easier
    for kind in ('near', 'refuse'):
        corpus.SHARES[kind] *= o.refusals
    r, tok = random.Random(o.seed), Tokenizer.load(o.tokenizer)
    size = [len(t) for t in tok.tokens]                    # bytes of every token
    flags, flat, row_len, row_start, batch_rows, batch_prefix, batch_kind = [], [], [], [], [], [], []

    def emit(prefix, rows, kind):
        rows.sort(key=lambda x: len(x[0]))
        for i in range(0, len(rows) - o.rows + 1, o.rows):
            flat.append(np.array(prefix, np.uint16))
            batch_prefix.append(len(prefix))
            for ids, start, flag in rows[i:i + o.rows]:
                flat.append(np.array(ids, np.uint16))
                flags.append(np.array(flag, np.uint8))
                row_len.append(len(ids))
                row_start.append(start)
            batch_rows.append(o.rows)
            batch_kind.append(kind)

    def copy_row():
        """A sequence, then the same again: the plainest way to learn copying."""
        if r.random() < .5:
            seq = [r.randrange(len(tok.tokens) - 3) for _ in range(r.randint(8, 40))]
            return seq + seq, len(seq) + 1, [0] * 2 * len(seq)
        e = corpus.make(r)
        line = r.choice(e['rules'])[1] if e['rules'] else e['user']
        return encode(tok, size, dict(system='', user=line, reply=line))

    def some(n, kind, row):
        made = 0
        while made < n:
            rows = [x for x in (row() for _ in range(o.rows * 6)) if len(x[0]) <= o.max_len]
            emit([], rows, kind)
            made += len(rows)

    some(o.copy, 2, copy_row)
    some(o.pick, 1, lambda: encode(tok, size, corpus.make_pick(r)))
    n = 0
    while n < o.examples:
        lang = r.choice(('zh', 'en'))
        system = corpus.system_prompt(r, lang)
        rows = []
        while len(rows) < o.rows * 4:
            x = encode(tok, size, corpus.make(r, o.split, lang if r.random() < .9 else ('en' if lang == 'zh' else 'zh'), system=system))
            if len(x[0]) <= o.max_len:
                rows.append(x)
        emit(tok.encode(corpus.render(dict(system=system[0], user='', reply=''))[0]), rows, 0)
        n += len(rows)
    np.savez(o.out, flags=np.concatenate(flags), flat=np.concatenate(flat), row_len=np.array(row_len, np.int32), row_start=np.array(row_start, np.int32),
             batch_rows=np.array(batch_rows, np.int32), batch_prefix=np.array(batch_prefix, np.int32), batch_kind=np.array(batch_kind, np.int8))
    print('batches', len(batch_rows), 'rows', len(row_len), 'tokens', sum(row_len), 'mean row', sum(row_len) / len(row_len),
          'reply tokens', sum(row_len) - sum(row_start))


if __name__ == '__main__':
    main()
