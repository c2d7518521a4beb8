import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..')

// What the build does not read; everything else counts, so that a new room is never forgotten here.
const NOT_BUILT =
  /^(node_modules|test|bench|scripts|docs|dist|worker\/models|prisma\/(generated|migrations|seed.*)|vitest\.config\.ts|next-env\.d\.ts|.*\.(md|tsbuildinfo|log))$/

/** One hash of everything the build reads, and of the Node that builds: equal hash, equal result. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(process.version)
  const add = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const file = path.join(folder, entry.name)
      const name = path.relative(root, file)
      if (entry.name.startsWith('.') || NOT_BUILT.test(name)) continue
      if (entry.isDirectory()) add(file)
      else if (entry.isFile()) hash.update(`${name}\0`).update(readFileSync(file))
    }
  }
  add(root)
  return hash.update(readFileSync(path.join(root, 'scripts/build.ts'))).digest('hex')
}
