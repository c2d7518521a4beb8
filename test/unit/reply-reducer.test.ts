import { describe, expect, it } from 'vitest'
import type { Stroke } from '@/app/(desk)/tickets/[ticketId]/_composer/reply-history'
import { type ReplyAction, type ReplyState, reduceReply, startReply } from '@/app/(desk)/tickets/[ticketId]/_composer/reply-reducer'
import type { Draft } from '@/app/(desk)/tickets/[ticketId]/draft'

const draftOf = (id: string, text: string, more: Partial<Draft> = {}): Draft => ({
  id,
  status: 'ready',
  rung: 'model',
  text,
  cause: null,
  model: 'm',
  ms: 1,
  startedAt: null,
  sentences: [],
  rules: [],
  ...more,
})
const FIRST = draftOf('1', 'first')
const SECOND = draftOf('2', 'second')
const stroke: Stroke = { kind: 'insert', isComposing: false, at: 0 }

const run = (state: ReplyState, ...actions: ReplyAction[]) => actions.reduce(reduceReply, state)
const textOf = ({ own, history }: ReplyState) => own?.text ?? history.versions[history.at]?.text
const type = (text: string, draft: Draft | null = FIRST): ReplyAction => ({ kind: 'typed', text, stroke, draft })
const undo: ReplyAction = { kind: 'undo', direction: -1, draft: SECOND }

describe('the text of a reply', () => {
  it('that was asked to be drafted again gives way to the new draft, and undo brings it back', () => {
    const state = run(startReply(FIRST, null), type('mine'), { kind: 'awaited', insteadOf: '1' }, { kind: 'drafted', draft: SECOND })
    expect(state.own).toBeNull()
    expect(textOf(state)).toBe('second')
    const back = run(state, undo)
    expect(back.own).toEqual({ text: 'mine', base: FIRST })
    expect(textOf(run(back, { ...undo, direction: 1 } as ReplyAction))).toBe('second')
  })

  it('stays when a draft comes that nobody has asked for', () => {
    const state = run(startReply(FIRST, null), type('mine'), { kind: 'drafted', draft: SECOND })
    expect(state.own).toEqual({ text: 'mine', base: FIRST })
  })

  it('stays when the draft asked for is only a fallback because the model is away, and says so', () => {
    const away = draftOf('2', 'from the rule', { rung: 'extractive', cause: 'unreachable' })
    const state = run(startReply(FIRST, null), type('mine'), { kind: 'awaited', insteadOf: '1' }, { kind: 'drafted', draft: away })
    expect(state).toMatchObject({ own: { text: 'mine' }, remark: 'without_model', awaited: null })
  })

  it('that is an earlier draft, taken while the one asked for is being written, is not replaced by it', () => {
    const making = draftOf('2', 'sec', { status: 'running', rung: null })
    const take: ReplyAction = { kind: 'put', text: 'first', base: FIRST, by: 'draft', draft: making }
    const state = run(startReply(FIRST, null), { kind: 'awaited', insteadOf: '1' }, take, { kind: 'drafted', draft: SECOND })
    expect(state).toMatchObject({ own: { text: 'first', base: FIRST }, awaited: null, remark: null })
  })

  it('stays when the drafting was stopped', () => {
    const state = run(startReply(FIRST, null), type('mine'), { kind: 'awaited', insteadOf: '1' }, { kind: 'drafted', draft: FIRST })
    expect(state).toMatchObject({ own: { text: 'mine' }, awaited: null, remark: null })
  })

  it('stays when there is no new draft, and a draft that is the same again is no new text', () => {
    const none = draftOf('2', '', { status: 'failed', rung: null })
    const awaited: ReplyAction = { kind: 'awaited', insteadOf: '1' }
    expect(run(startReply(FIRST, null), type('mine'), awaited, { kind: 'drafted', draft: none })).toMatchObject({
      own: { text: 'mine' },
      remark: 'none',
      awaited: null,
    })
    const same = run(startReply(FIRST, null), awaited, { kind: 'drafted', draft: draftOf('2', 'first') })
    expect(same.remark).toBe('same')
    expect(same.history.versions).toMatchObject([{ text: 'first', base: { id: '2' } }])
    expect(run(same, type('first, and more')).remark).toBeNull()
  })

  it('that nobody has touched follows the draft, also back by undo', () => {
    const state = run(startReply(FIRST, null), { kind: 'drafted', draft: SECOND })
    expect(state.own).toBeNull()
    const back = run(state, undo)
    expect(back.own?.text).toBe('first')
    expect(run(back, { kind: 'undo', direction: 1, draft: SECOND }).own).toBeNull()
  })

  it('knows what the server has kept, and the draft below it', () => {
    const state = startReply(SECOND, { text: 'kept', base: FIRST })
    expect(textOf(state)).toBe('kept')
    expect(textOf(run(state, undo))).toBe('second')
  })

  it('typed into a draft in the making can go back to what had been written of it', () => {
    const half = draftOf('1', 'half a', { status: 'running' })
    const state = run(startReply(half, null), type('half a word', half))
    expect(textOf(run(state, undo))).toBe('half a')
  })

  it('typed into a draft in the making has the marks and the check of what became of it, and is offered the whole', () => {
    const half = draftOf('1', 'half a', { status: 'running', rung: null })
    const whole = draftOf('1', 'half a word [1].')
    const typed = run(startReply(half, null), type('half a word', half))
    const state = run(typed, { kind: 'drafted', draft: whole })
    expect(state).toMatchObject({ own: { text: 'half a word', base: whole }, halfId: '1' })
    expect(run(state, undo).own).toEqual({ text: 'half a', base: whole })
    expect(run(typed, { kind: 'drafted', draft: SECOND }).own?.base).toEqual(half)
    const taken = run(state, { kind: 'takeDraft', draft: whole }, type('half a word [1].!', whole))
    expect(taken).toMatchObject({ own: { base: whole }, halfId: null })
    const failed = draftOf('1', '', { status: 'failed', rung: null })
    expect(run(typed, { kind: 'drafted', draft: failed }).own).toEqual({ text: 'half a word', base: failed })
  })

  it('of an earlier visit that was replaced is one step back, above it whatever comes', () => {
    const recalled: ReplyAction = { kind: 'recalled', text: 'ten minutes', base: FIRST }
    const back = run(startReply(SECOND, null), recalled, undo)
    expect(back.own).toEqual({ text: 'ten minutes', base: FIRST })
    expect(textOf(run(back, { ...undo, direction: 1 } as ReplyAction))).toBe('second')
    const waiting = run(startReply(draftOf('2', '', { status: 'running' }), null), recalled)
    expect(waiting.own).toBeNull()
    expect(textOf(run(waiting, { kind: 'step', direction: -1, draft: null }))).toBe('ten minutes')
    const drafted = run(waiting, { kind: 'drafted', draft: SECOND })
    expect(drafted.history.versions.map(({ text }) => text)).toEqual(['ten minutes', 'second'])
    expect(run(drafted, undo).own?.text).toBe('ten minutes')
    const same = startReply(SECOND, { text: 'ten minutes', base: null })
    expect(run(same, recalled)).toEqual(same)
  })

  it('has the caret where it changed', () => {
    const state = run(startReply(FIRST, null), type('a long text'), {
      kind: 'put',
      text: 'a text',
      base: FIRST,
      by: 'rewrite',
      caretAt: 6,
      draft: FIRST,
    })
    expect(state.caret).toEqual({ at: 6 })
    expect(run(state, undo).caret).toEqual({ at: 6 })
  })
})
