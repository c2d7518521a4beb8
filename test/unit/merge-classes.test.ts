import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { extendTailwindMerge } from 'tailwind-merge'
import { describe, expect, it } from 'vitest'
import { mergeClasses } from '@/app/_components/merge-classes'

const theirs = extendTailwindMerge({ extend: { classGroups: { 'font-size': [{ text: ['2xs'] }] } } })

/** Every word of every string in app/ that the larger one takes for a class. */
function classesInUse(): string[] {
  const words = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...readFileSync(path.join('app', file), 'utf8').matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)])
    .flatMap(([, single, double, back]) => (single ?? double ?? back ?? '').split(/\s+/))
  return [...new Set(words)].filter((word) => word !== '' && theirs(`${word} ${word}`) === word)
}

/** A class without its variants, `max-md:hover:px-1` → `px-1`: within the same variants the same things exclude each other. */
const bare = (name: string) => name.replace(/^(?:(?:[^:[\]()]|\[[^\]]*\]|\([^)]*\))*:)*/, '')

const inUse = classesInUse()
const kinds = [...new Set(inUse.map(bare))].sort()

describe('merging class names', () => {
  it('knows every class that the desk uses as well as tailwind-merge does', () => {
    expect(kinds.length).toBeGreaterThan(400)
    // One of each kind is enough to hold all others against.
    const examples = kinds.filter(
      (name, at) => !kinds.slice(0, at).some((other) => theirs(`${other} ${name}`) === name && theirs(`${name} ${other}`) === other),
    )
    expect(examples.length).toBeGreaterThan(60)
    const differing = kinds.flatMap((name) =>
      examples.flatMap((example) =>
        [`${name} ${example}`, `${example} ${name}`].filter((both) => name !== example && mergeClasses(both) !== theirs(both)),
      ),
    )
    expect(differing).toEqual([])
  })

  it('keeps apart what holds under different conditions', () => {
    const variants = ['', 'hover:', 'max-md:', 'not-disabled:hover:', '[&_svg]:', 'data-[state=open]:', 'group-focus-visible:']
    for (const one of variants)
      for (const other of variants) {
        const both = `${one}px-2 ${other}p-1`
        expect(mergeClasses(both)).toBe(theirs(both))
      }
    expect(mergeClasses('size-3! size-4')).toBe(theirs('size-3! size-4'))
    expect(mergeClasses('hover:size-3! hover:size-4!')).toBe('hover:size-4!')
  })

  it('leaves the order, and what is not of Tailwind', () => {
    expect(mergeClasses('pane-scroll px-2  pane-scroll-x\n text-2xs text-ink px-4')).toBe(
      'pane-scroll pane-scroll-x text-2xs text-ink px-4',
    )
    expect(mergeClasses('')).toBe('')
  })
})
