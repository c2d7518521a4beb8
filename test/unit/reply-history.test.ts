import { describe, expect, it } from 'vitest'
import {
  endOfChange,
  landmarks,
  NO_HISTORY,
  type Origin,
  record,
  replacedText,
  type Stroke,
  step,
  undo,
  type Version,
} from '@/app/(desk)/tickets/[ticketId]/_composer/reply-history'

const version = (text: string, by: Origin = 'typing'): Version => ({ text, base: null, by })
const stroke = (at: number, kind: Stroke['kind'] = 'insert', isComposing = false): Stroke => ({ kind, isComposing, at })

/** Types the texts, one after the other. */
function typed(texts: string[], { everyMs = 100, from = NO_HISTORY, kind = 'insert' as Stroke['kind'], isComposing = false } = {}) {
  return texts.reduce((history, text, index) => record(history, version(text), stroke(index * everyMs, kind, isComposing)), from)
}

const textsOf = ({ versions }: { versions: Version[] }) => versions.map(({ text }) => text)

describe('the history of a reply', () => {
  it('takes keys in quick succession for one step, and begins another after a pause or a change of kind', () => {
    const draft = record(NO_HISTORY, version('D', 'draft'))
    const quick = typed(['Da', 'Dab', 'Dabc'], { from: draft })
    expect(textsOf(quick)).toEqual(['D', 'Dabc'])
    expect(textsOf(record(quick, version('Dab'), stroke(310, 'delete')))).toEqual(['D', 'Dabc', 'Dab'])
    expect(textsOf(typed(['Da', 'Dab'], { from: draft, everyMs: 1_500 }))).toEqual(['D', 'Da', 'Dab'])
  })

  it('keeps what an input method composes together, however slowly', () => {
    const history = typed(['n', 'ni', '你'], { everyMs: 5_000, isComposing: true, from: record(NO_HISTORY, version('', 'draft')) })
    expect(textsOf(history)).toEqual(['', '你'])
  })

  it('goes back over a rewrite to the agent’s own text, and forth again', () => {
    const own = typed(['mine'], { from: record(NO_HISTORY, version('draft', 'draft')) })
    const rewritten = record(own, version('shorter', 'rewrite'))
    const back = undo(rewritten, -1)
    expect(back?.versions[back.at]?.text).toBe('mine')
    const forth = back && undo(back, 1)
    expect(forth?.versions[forth.at]?.text).toBe('shorter')
    expect(undo(rewritten, 1)).toBeNull()
    expect(undo(record(NO_HISTORY, version('x')), -1)).toBeNull()
  })

  it('forgets what was undone once something new is typed, and never joins it to what was before', () => {
    const history = record(typed(['mine'], { from: record(NO_HISTORY, version('draft', 'draft')) }), version('shorter', 'rewrite'))
    const back = undo(history, -1)
    expect(back && textsOf(record(back, version('mine, too'), stroke(101)))).toEqual(['draft', 'mine', 'mine, too'])
  })

  it('knows the last text of the agent’s own that something else has replaced', () => {
    const typing = typed(['one', 'two'], { from: record(NO_HISTORY, version('draft', 'draft')), everyMs: 5_000 })
    expect(replacedText(typing)).toBeNull()
    const rewritten = record(typing, version('shorter', 'rewrite'))
    expect(replacedText(rewritten)?.text).toBe('two')
    expect(replacedText(record(rewritten, version('another', 'draft')))?.text).toBe('shorter')
    expect(replacedText(record(record(typing, version(' ')), version('another', 'draft')))).toBeNull()
  })

  it('steps between drafts, rewrites and the texts they replaced, over single keys', () => {
    let history = record(NO_HISTORY, version('draft', 'draft'))
    history = typed(['one', 'two', 'three'], { from: history, everyMs: 5_000 })
    history = record(history, version('shorter', 'rewrite'))
    expect(landmarks(history).map((at) => history.versions[at]?.text)).toEqual(['draft', 'three', 'shorter'])
    const three = step(history, -1)
    expect(three?.versions[three.at]?.text).toBe('three')
    const draft = three && step(three, -1)
    expect(draft?.versions[draft.at]?.text).toBe('draft')
    expect(draft && step(draft, -1)).toBeNull()
  })

  it('has an end', () => {
    const history = typed(
      Array.from({ length: 500 }, (_, index) => `${index}`),
      { everyMs: 5_000 },
    )
    expect(history.versions).toHaveLength(200)
    expect(history.versions[history.at]?.text).toBe('499')
  })

  it.each([
    ['', 'abc', 3],
    ['abc', '', 0],
    ['a X c', 'a Y c', 3],
    ['aa', 'aaa', 2],
    ['same', 'same', 4],
  ])('finds the end of the change from %j to %j', (before, after, at) => {
    expect(endOfChange(before, after)).toBe(at)
  })
})
