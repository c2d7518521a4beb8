"""Held-out evaluation of the pocket model. The commands, with the folders they need, stand in README.md.

  evaluate.py prompts eval.jsonl --n 100              # writes held-out prompts, n of each set and language
  evaluate.py score out.jsonl [--show 20]             # scores what run-gguf.mjs made of them
  evaluate.py torch run/last.pt eval.jsonl out.jsonl  # answers and scores them with PyTorch, without a GGUF
  evaluate.py agree run/final.pt out.jsonl            # the file's answers (of run-gguf.mjs with PROBS=1) against PyTorch

Sets   wording   trained topics; the question is worded as training never has it, and so is the sentence it is aimed at (one
                 in three is about the whole rule, whose sentences may be trained ones)
       apart     as wording, aimed at one sentence, and no pair of hanzi or word of four letters of the question is in the rule's title
       harder    as wording, aimed at one sentence, and rivals may share more words with the question than the right rule
       topics    topics never trained on
       generic   made-up titles and sentences: trained patterns, words drawn anew; the question takes its words from the rule
       two       two asks in one message, both worded as training never has them
       refuse    no rule applies, or there is none; refuse_t: asked about topics never trained on
       near      a rule of the right topic that does not say what is asked; the question is worded as training never has it
       shop      the sample shop's questions, from shop-prompts.ts; shop_none: none of the rules given answers
What dresses a question up, the patterns of made-up questions and the other sentences are trained ones. In wording, apart and topics a
rival that shares more words with the question than the right rule is drawn anew (corpus.EASIER).
Scores right     the right rules are cited and every sentence of the reply stands in them; or a right handover
       picked    exactly the right rules are cited
       exact     the very sentences that were asked for
       astray    it cites a rule that does not answer, or leaves one out (with no rule that answers: it cites any)
       hands     it hands over: wrongly where a rule answers, rightly in refuse, refuse_t, near and shop_none
       numbers   of the replies that do not hand over: every number stands in a cited rule
       closing   it ends with the closing sentence of its system prompt
       loops     a stretch of eight characters or more stands three times in a row
       ended     it ended by itself within 220 tokens (the shop's: the desk's limit)
"""
import argparse
import json
import random
import re

import corpus

SETS = ('wording', 'apart', 'harder', 'topics', 'generic', 'two', 'refuse', 'refuse_t', 'near', 'shop', 'shop_none')
MAKE = {'wording': ('wording', ('fact', 'fact', 'topic')), 'apart': ('wording', ('fact',)), 'harder': ('wording', ('fact',)), 'topics': ('topics', ('fact', 'fact', 'topic')), 'generic': ('wording', ('generic', 'lex')),
        'two': ('wording', ('two',)), 'refuse': ('wording', ('refuse',)), 'refuse_t': ('topics', ('refuse',)), 'near': ('wording', ('near',))}
COLUMNS = ('right', 'picked', 'exact', 'astray', 'hands', 'numbers', 'closing', 'loops', 'ended')
NUMBER = re.compile(r'\d+(?:[.:\-]\d+)*%?')
MARK = re.compile(r'\s*\[(\d+)\]')
MAX_TOKENS = 220


def build(n, seed):
    out = []
    for name, (split, kinds) in MAKE.items():
        r = random.Random(f'{seed} {name}')                # a set stays the same when another one changes
        corpus.EASIER = 0 if name == 'harder' else 1
        made = 0
        while made < 2 * n:
            e = corpus.make(r, split, ('zh', 'en')[made % 2], r.choice(kinds))
            if name == 'apart' and shares_words_with_title(e):
                continue
            made += 1
            out.append(dict(e, set=name))
    return out


def shares_words_with_title(e):
    title = e['rules'][e['answers'][0][0] - 1][0]
    return bool(corpus.grams(e['lang'], e['question']) & corpus.grams(e['lang'], title))


def same(text):
    """A text without what a reply may change: who is spoken to, case, the end mark."""
    text = re.sub(r'用户|买家|客户|顾客|消费者|会员|您|customers|buyers|users|clients|you|their|your', '@', text, flags=re.I)
    return re.sub(r'[\s。.]+$', '', text.strip()).lower()


def said(e, out):
    """The reply without greeting, closing sentence and marks, and the rules it cites."""
    s = out.strip()
    if e['close'] and s.endswith(e['close']):
        s = s[:-len(e['close'])].strip()
    cited = [int(n) for n in MARK.findall(s)]
    for hello in (corpus.HELLO, corpus.SORRY):
        if s.startswith(hello[e['lang']].strip()):
            s = s[len(hello[e['lang']].strip()):].strip()
    s = s.replace(corpus.PARTLY[e['lang']], '').strip()
    return s, cited


def check(e, out, tokens=None):
    facts, cited = said(e, out)
    want = sorted({n for n, _ in e['answers']})
    refused = corpus.REFUSE[e['lang']][:14] in out
    rules = {n + 1: f'{t}\n{x}' for n, (t, x) in enumerate(e['rules'])}
    used = '\n'.join(rules.get(n, '') for n in cited) if cited else '\n'.join(rules.values())
    known = set(NUMBER.findall(used)) | set(re.findall(r'\d+', used))
    m = dict(hands=refused, closing=not e['close'] or out.strip().endswith(e['close']),
             loops=bool(re.search(r'(.{8,}?)\1\1', out, re.S)), ended=tokens is None or len(tokens) < e.get('max_tokens', MAX_TOKENS))
    if not refused:
        m['numbers'] = all(x in known or x.rstrip('%') in known for x in NUMBER.findall(MARK.sub(' ', facts)))
    if e['kind'] == 'chat':
        return m
    if not want:
        m['right'], m['astray'] = refused and not cited, not refused or bool(cited)
        return m
    pieces = [p for p in re.split(r'\s*\[\d+\]\s*', facts) if p.strip()]
    stands = lambda p, n: all(same(x) in same(rules.get(n, '')) for x in re.split(r'[。；]|[.;]\s', p) if x.strip())
    m['picked'] = sorted(set(cited)) == want and not refused
    m['astray'] = not m['picked'] and not refused
    m['right'] = m['picked'] and len(pieces) == len(cited) and all(stands(p, n) for p, n in zip(pieces, cited))
    if e.get('parts'):
        m['exact'] = same(facts) == same(said(e, e['reply'])[0])
    return m


def score(rows, show=0, samples=None):
    by = {}
    for e in rows:
        e['m'] = check(e, e['out'], e.get('out_tokens'))
        for key in ((e['set'], e['lang']), (e['set'], 'all')):
            by.setdefault(key, []).append(e)
    print('set'.ljust(10), 'lang', '   n', *[c.rjust(8) for c in COLUMNS])
    for (name, lang), es in sorted(by.items(), key=lambda x: (SETS.index(x[0][0]), x[0][1])):
        cells = []
        for c in COLUMNS:
            v = [x['m'][c] for x in es if c in x['m']]
            cells.append(f'{100 * sum(v) / len(v):7.1f}%' if v else '       -')
        print(name.ljust(10), lang.ljust(4), str(len(es)).rjust(4), *cells)
    print('\npicked, by number of rules'.ljust(11), *[str(k).rjust(14) for k in range(1, 5)])
    for name in (*SETS, 'all'):
        es = [e for e in rows if name in (e['set'], 'all') and 'picked' in e['m']]
        of = [[e['m']['picked'] for e in es if len(e['rules']) == k] for k in range(1, 5)]
        if es:
            print(name.ljust(27), *[(f'{100 * sum(v) / len(v):5.1f}% of {len(v):3}' if v else '-').rjust(14) for v in of])
    for e in [x for x in rows if not x['m'].get('right', True)][:show]:
        print('---', e['set'], e['lang'], '\n' + e['user'], '\n=>', e['out'], '\n==', e.get('reply', e['answers']))
    if samples:
        with open(samples, 'w', encoding='utf-8') as f:
            f.write('# Held-out samples\n\nDrawn at random (fixed seed) from the evaluation outputs, greedy decoding; not selected by hand.\n')
            for i, e in enumerate(random.Random(5).sample(rows, 40)):
                f.write(f'\n## {i + 1}. `{e["set"]}`, {e["lang"]}: {"right" if e["m"].get("right") else "WRONG"}\n\n```\n{e["user"]}\n```\n\n```\n{e["out"]}\n```\n')


def load(path):
    from model import Config, Pocket
    from weights import load_checkpoint
    config, parameters = load_checkpoint(path)
    m = Pocket(Config(**config))
    m.load_state_dict(parameters, strict=False)
    return m


def agree(o, rows):
    """A file's greedy replies, and what it held likely at each of their tokens, against PyTorch (matrices rounded to float16, as export.py writes them)."""
    import torch
    from tokenizer import Tokenizer
    m = load(o.files[0])
    for p in m.parameters():
        if p.dim() > 1:
            p.data = p.data.half().float()
    tok = Tokenizer.load(o.tokenizer)
    rows = random.Random(3).sample(rows, o.limit) if o.limit else rows
    alike, identical, apart = 0, 0, []
    for e in rows:
        sy, us, _ = corpus.render(e)
        ids, out = tok.encode(sy + us), e['out_tokens']
        alike += ids == e['in_ids']
        with torch.no_grad():
            p = m.logits(m.hidden(torch.tensor([ids + out]))[len(ids) - 1:]).softmax(-1)
        ends = [tok.eos] if len(out) < e.get('max_tokens', MAX_TOKENS) else []
        identical += p.argmax(-1).tolist()[:len(out) + len(ends)] == out + ends
        for mine, theirs in zip(p, e['likeliest']):
            apart += [abs(float(mine[int(t)]) - v) for t, v in theirs]
    print(f'prompts tokenised alike {alike}/{len(rows)}, greedy replies identical {identical}/{len(rows)}, '
          f'difference of a probability: largest {max(apart):.5f}, mean {sum(apart) / len(apart):.6f}, over the five likeliest at {len(apart) // 5} tokens')


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cmd', choices=('prompts', 'torch', 'score', 'agree'))
    a.add_argument('files', nargs='+')
    a.add_argument('--n', type=int, default=100)
    a.add_argument('--seed', type=int, default=20261)
    a.add_argument('--tokenizer', default='tokenizer.json')
    a.add_argument('--samples')
    a.add_argument('--limit', type=int, default=0)
    a.add_argument('--show', type=int, default=0, help='print so many of those that went wrong')
    o = a.parse_args()
    write = lambda path, rows: open(path, 'w', encoding='utf-8').writelines(json.dumps(e, ensure_ascii=False) + '\n' for e in rows)
    read = lambda path: [json.loads(line) for line in open(path, encoding='utf-8')]
    if o.cmd == 'prompts':
        write(o.files[0], build(o.n, o.seed))
    elif o.cmd == 'torch':
        import torch
        from tokenizer import Tokenizer
        torch.set_num_threads(1)
        m, tok, rows = load(o.files[0]), Tokenizer.load(o.tokenizer), read(o.files[1])
        rows = random.Random(3).sample(rows, o.limit) if o.limit else rows
        for e in rows:
            sy, us, _ = corpus.render(e)
            e['out_tokens'] = m.generate(tok.encode(sy + us), MAX_TOKENS, (tok.eos,))
            e['out'] = tok.decode(e['out_tokens'])
        write(o.files[2], rows)
        score(rows, o.show)
    elif o.cmd == 'agree':
        agree(o, read(o.files[1]))
    else:
        score(read(o.files[0]), o.show, o.samples)


if __name__ == '__main__':
    main()
