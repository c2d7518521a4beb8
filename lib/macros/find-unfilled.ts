import { BRACES, VARIABLES } from '@/lib/macros/variables'

const known = new Set<string>(VARIABLES.flatMap(({ name, zh, en }) => [name, zh, en]))

/** The marks in a reply that stand for a value nobody has filled in; other braces may well be what the agent means to say. */
export function findUnfilled(text: string): string[] {
  const found = [...text.matchAll(BRACES)].map(([, name = '']) => name)
  return [...new Set(found.filter((name) => known.has(name)))]
}
