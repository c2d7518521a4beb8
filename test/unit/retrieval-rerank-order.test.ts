import { describe, expect, it } from 'vitest'
import { inOrderOf, rerankRequest } from '@/lib/retrieval/meaning/rerank-order'
import type { RuleHit } from '@/lib/retrieval/schema'

function hit(id: string, score: number, lost = 0, entity: string | null = null): RuleHit {
  const rule = { id, version: 1, question: `Q ${id}`, variants: [], answer: `A ${id}`, category: '', tags: [], language: 'en' as const }
  const parts = { words: score, grams: 0, concepts: 0, answer: 0, classifier: 0, entity: lost, match: 0 }
  return { rule: { ...rule, entity, validFrom: null, validUntil: null }, score, parts, isVerbatim: false }
}

const idsOf = (hits: RuleHit[]) => hits.map(({ rule }) => rule.id)

describe('the order a reranking model sees', () => {
  it('moves the rules and leaves the scores where they were', () => {
    const moved = inOrderOf([hit('a', 0.9), hit('b', 0.5), hit('c', 0.4)], [0.1, 0.2, 0.3])
    expect(moved.map(({ rule, score }) => [rule.id, score])).toEqual([
      ['c', 0.9],
      ['b', 0.5],
      ['a', 0.4],
    ])
    expect(moved[0]?.parts.rerank).toBeCloseTo(0.5, 10)
  })

  it('lifts no rule about something that was not named above one that is not, however sure the model is', () => {
    const hits = [
      hit('named', 0.9, 0, 'Lensfield'),
      hit('other', 0.5, -0.4, 'Avalon'),
      hit('general', 0.4),
      hit('third', 0.3, -0.4, 'Gonville'),
    ]
    expect(idsOf(inOrderOf(hits, [0.1, 0.9, 0.5, 0.8]))).toEqual(['general', 'named', 'other', 'third'])
    // What stood before a general rule already may stay there, and fall.
    expect(idsOf(inOrderOf(hits, [0.9, 0.8, 0.5, 0.1]))).toEqual(['named', 'other', 'general', 'third'])
    expect(idsOf(inOrderOf(hits, [0.9, 0.1, 0.5, 0.2]))).toEqual(['named', 'general', 'third', 'other'])
  })

  it('is free where nothing was named at all', () => {
    const hits = [hit('a', 0.5, -0.4, 'Lensfield'), hit('b', 0.4, -0.4, 'Avalon')]
    expect(idsOf(inOrderOf(hits, [0.1, 0.9]))).toEqual(['b', 'a'])
  })

  it('is asked for the ten best, with the things they are about, and the end of what was said', () => {
    const hits = Array.from({ length: 12 }, (_, at) => hit(String(at), 1 - at / 20, 0, at === 0 ? 'Lensfield' : null))
    const { query, documents } = rerankRequest(
      {
        text: 'and dogs?',
        before: [
          { text: 'Yes.', weight: 0.4 },
          { text: 'x'.repeat(2_000), weight: 0.3 },
        ],
      },
      hits,
    )
    expect(query).toHaveLength(1_000)
    expect(query.endsWith('xx\nYes.\nand dogs?')).toBe(true)
    expect(documents).toHaveLength(10)
    expect(documents.slice(0, 2)).toEqual(['Lensfield\nQ 0\nA 0', 'Q 1\nA 1'])
    expect(
      idsOf(
        inOrderOf(
          hits,
          hits.map((_, at) => at),
        ),
      ).slice(10),
    ).toEqual(['10', '11'])
  })
})
