import { describe, expect, it } from 'vitest'
import { mergeTexts, pickTexts } from '@/app/_texts/merge-texts'
import { drawnFiles } from '../support/client-texts'

/** Whether `name` is `other` or lies in it: `composer.held` in `composer`. */
const isIn = (name: string, other: string) => name === other || name.startsWith(`${other}.`)

const files = drawnFiles()

describe('the texts that a page hands to the browser', () => {
  it('are found by a walk through what the pages import', () => {
    const needs = (file: string) => files.find((each) => each.file === file)?.needs
    expect(files.length).toBeGreaterThan(40)
    // Through a component of the server, a component of the browser and a hook; what is fetched later counts, too.
    expect(needs('app/(desk)/tickets/[ticketId]/page.tsx')).toContain('composer.send')
    expect(needs('app/(desk)/layout.tsx')).toContain('keys')
    // What only the server writes is not needed.
    expect([...(needs('app/(desk)/outbox/page.tsx') ?? [])]).toEqual([])
  })

  it('are all that its components there ask for', () => {
    const missing = files.flatMap(({ file, needs, has }) =>
      [...needs].filter((name) => ![...has].some((handed) => isIn(name, handed))).map((name) => `${file} does not hand over ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('are no more than that', () => {
    const idle = files.flatMap(({ file, hands }) => {
      const folder = file.slice(0, file.lastIndexOf('/') + 1)
      const inside = files.filter((each) => each.file === file || (file.endsWith('/layout.tsx') && each.file.startsWith(folder)))
      const needed = inside.flatMap(({ needs }) => [...needs])
      return hands
        .filter((handed) => !needed.some((name) => isIn(name, handed)))
        .map((name) => `${file} hands over ${name}, which nobody asks for`)
    })
    expect(idle).toEqual([])
  })
})

describe('handing texts over', () => {
  const parsed = ['Since ', ['when']]
  const tree = {
    queue: { title: 'Queue', empty: { title: 'Nothing' } },
    composer: { send: { now: 'Send' }, held: { undo: 'Undo' } },
    parsed,
  }

  it('picks branches and leaves them where they are in the whole', () => {
    expect(pickTexts(tree, ['queue', 'composer.held'])).toEqual({ queue: tree.queue, composer: { held: { undo: 'Undo' } } })
    expect(pickTexts(tree, ['composer.held', 'composer.send'])).toEqual({ composer: tree.composer })
    expect(pickTexts(tree, [])).toEqual({})
  })

  it('adds to what is there already, and changes neither', () => {
    const outer = { composer: { held: { undo: 'Undo' } }, parsed: 'old' }
    expect(mergeTexts(outer, { composer: { send: { now: 'Send' } }, parsed })).toEqual({ composer: tree.composer, parsed })
    expect(outer).toEqual({ composer: { held: { undo: 'Undo' } }, parsed: 'old' })
  })
})
