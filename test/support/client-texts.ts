import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')
/** The files of a folder of `app` that Next.js itself draws; a page and what stands in for it are inside of the folder's layout. */
const DRAWN = new Set(['layout.tsx', 'page.tsx', 'error.tsx', 'loading.tsx', 'not-found.tsx'])

type Source = {
  side: 'client' | 'action' | 'shared'
  imports: string[]
  /** The names of the messages that its own components ask for, to the first dot: `faqFloor`. */
  texts: string[]
  /** The names that it hands to the browser with `<Texts names={…}>`. */
  hands: string[]
}

export type DrawnFile = {
  file: string
  /** What the components of the browser that it draws ask for. */
  needs: ReadonlySet<string>
  /** What it, and the layouts around it, hand to the browser. */
  has: ReadonlySet<string>
  /** What it hands to the browser itself. */
  hands: string[]
}

/** Every page, layout and stand-in of `app`, with the texts that its part in the browser needs and those that it gets: by a walk through their imports. */
export function drawnFiles(): DrawnFile[] {
  const folders = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  return folders
    .filter((file) => DRAWN.has(path.basename(file)))
    .map((file) => `app/${file}`)
    .sort()
    .map((file) => {
      const hands = read(file).hands
      return { file, needs: needsOf(file), has: new Set([...layoutsAround(file).flatMap((layout) => read(layout).hands), ...hands]), hands }
    })
}

/** The layouts that stand around a file, the outermost first; without itself. */
function layoutsAround(file: string): string[] {
  const folders = path.dirname(file).split('/')
  return folders
    .map((_, depth) => `${folders.slice(0, depth + 1).join('/')}/layout.tsx`)
    .filter((layout) => layout !== file && existsSync(path.join(root, layout)))
}

function needsOf(file: string): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const walk = (at: string, isImportedByClient: boolean) => {
    const source = read(at)
    if (source.side === 'action') return
    const isClient = isImportedByClient || source.side === 'client'
    const step = `${at} ${isClient}`
    if (seen.has(step)) return
    seen.add(step)
    if (isClient) for (const name of source.texts) found.add(name)
    for (const next of source.imports) walk(next, isClient)
  }
  walk(file, false)
  return found
}

const sources = new Map<string, Source>()

function read(file: string): Source {
  const known = sources.get(file)
  if (known) return known
  const tree = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const [first] = tree.statements
  const directive = first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) ? first.expression.text : ''
  const side = directive === 'use client' ? 'client' : directive === 'use server' ? 'action' : 'shared'
  const source: Source = { side, imports: [], texts: [], hands: [] }
  const follow = (name: string) => {
    const target = resolve(file, name)
    if (target) source.imports.push(target)
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && !isOfTypes(node)) follow(node.moduleSpecifier.text)
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) && !node.isTypeOnly)
      follow(node.moduleSpecifier.text)
    if (ts.isCallExpression(node)) {
      const [argument] = node.arguments
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && argument && ts.isStringLiteral(argument)) follow(argument.text)
      if (ts.isIdentifier(node.expression) && node.expression.text === 'useTranslations') source.texts.push(nameOf(file, argument))
    }
    if (ts.isJsxOpeningLikeElement(node) && node.tagName.getText() === 'Texts') source.hands.push(...handed(file, node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  sources.set(file, source)
  return source
}

/** The first word of what useTranslations is asked for. */
function nameOf(file: string, argument: ts.Expression | undefined): string {
  const text =
    argument && ts.isStringLiteralLike(argument) ? argument.text : argument && ts.isTemplateExpression(argument) ? argument.head.text : ''
  const [, name] = /^(\w+(?:\.\w+)*)(?:\.|$)/.exec(text) ?? []
  if (!name || (argument && ts.isTemplateExpression(argument) && !text.includes('.')))
    throw new Error(`${file}: useTranslations must say of which messages, so that its page can bring them.`)
  return name
}

function handed(file: string, element: ts.JsxOpeningLikeElement): string[] {
  const names = element.attributes.properties.find(
    (each): each is ts.JsxAttribute => ts.isJsxAttribute(each) && each.name.getText() === 'names',
  )
  const value = names?.initializer && ts.isJsxExpression(names.initializer) ? names.initializer.expression : undefined
  if (!value || !ts.isArrayLiteralExpression(value) || !value.elements.every(ts.isStringLiteral))
    throw new Error(`${file}: <Texts names={[…]}> must be a list of words.`)
  return value.elements.map((each) => (each as ts.StringLiteral).text)
}

/** Gone once compiled. */
function isOfTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = importClause
  return !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
}

/** The file of `app` that an import means; null for packages and for lib, which draws nothing. */
function resolve(from: string, name: string): string | null {
  const bare = name.startsWith('.') ? path.join(path.dirname(from), name) : name.startsWith('@/') ? name.slice(2) : null
  if (!bare?.startsWith('app/')) return null
  return [`${bare}.tsx`, `${bare}.ts`, bare].find((file) => existsSync(path.join(root, file)) && /\.tsx?$/.test(file)) ?? null
}
