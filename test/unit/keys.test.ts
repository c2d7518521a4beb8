import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { KEYS, SCOPES, SCREENS, SOURCES, scopesAt } from '@/app/_keys/keys'

const ROOT = path.resolve(import.meta.dirname, '../..')

type Call = { file: string; keys: string[] }

/** What comes before a key in each of the hooks that hear some. */
const HOOKS: Record<string, string> = { useHotkeys: '', useAltKeys: 'Alt+' }

/** The keys of each `useHotkeys({ … })` and the like of a file, as they are written there. */
function hotkeysOf(file: string): Call[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const calls: Call[] = []
  const visit = (node: ts.Node) => {
    const prefix = ts.isCallExpression(node) ? HOOKS[node.expression.getText()] : undefined
    const [handlers] = ts.isCallExpression(node) && prefix !== undefined ? node.arguments : []
    if (handlers && ts.isObjectLiteralExpression(handlers)) {
      const keys = handlers.properties.flatMap(({ name }) =>
        name && (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) ? [`${prefix}${name.text}`] : [],
      )
      calls.push({ file, keys })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return calls
}

const calls = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => hotkeysOf(`app/${name}`))

function scopeOf(file: string) {
  const folder = Object.keys(SOURCES)
    .filter((prefix) => file.startsWith(prefix))
    .sort((one, other) => other.length - one.length)[0]
  return folder === undefined ? undefined : SOURCES[folder]
}

describe('the keys of the desk', () => {
  it('are found in the source', () => {
    expect(calls.length).toBeGreaterThan(5)
  })

  it('never do two things on one screen', () => {
    const clashes = SCREENS.flatMap(({ path: where, scopes }) => {
      const seen = new Map<string, string>()
      return scopes.flatMap((scope) =>
        KEYS[scope].flatMap(({ combos, name }) =>
          combos.flatMap((combo) => {
            const other = seen.get(combo)
            seen.set(combo, `${scope}.${name}`)
            return other ? [`${where}: ${combo} is ${other} and ${scope}.${name}`] : []
          }),
        ),
      )
    })
    expect(clashes).toEqual([])
  })

  it('stand in the list, in the scope of the source that hears them', () => {
    const missing = calls.flatMap(({ file, keys }) => {
      const scope = scopeOf(file)
      if (!scope) return [`${file}: its folder has no scope`]
      // Escape leaves whatever is open, each screen in its own way.
      const known = ['Escape', ...KEYS[scope].flatMap(({ combos }) => combos)]
      return keys.filter((key) => !known.includes(key)).map((key) => `${file}: ${key} is not in ${scope}`)
    })
    expect(missing).toEqual([])
  })

  it('are heard by one component of a scope only', () => {
    const twice = SCOPES.flatMap((scope) => {
      const here = calls.filter(({ file }) => scopeOf(file) === scope).flatMap(({ file, keys }) => keys.map((key) => ({ file, key })))
      return here
        .filter(({ key }, index) => here.findIndex((other) => other.key === key) !== index)
        .map(({ file, key }) => `${scope}: ${key} in ${file}`)
    })
    expect(twice).toEqual([])
  })

  it('belong to the screen at whose address one is', () => {
    expect(scopesAt('/tickets/0198c3e0-0000-7000-8000-000000000001')).toContain('ticket')
    expect(scopesAt('/tickets')).not.toContain('ticket')
    expect(scopesAt('/tickets/0198c3e0-0000-7000-8000-000000000001/why/0198c3e0-0000-7000-8000-000000000002')).toEqual([
      'why',
      'queue',
      'everywhere',
    ])
    expect(scopesAt('/faq')).toContain('rule')
    expect(scopesAt('/settings/keys')).toEqual(['everywhere'])
  })
})
