/** A small reader of llama.cpp's GBNF for tests: writes random texts of a grammar and says whether a text is one. */

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'set'; ranges: [number, number][]; isNegated: boolean }
  | { kind: 'rule'; name: string }
  | { kind: 'choice'; options: Node[][] }
  | { kind: 'repeat'; node: Node; min: number; max: number }

type Grammar = Map<string, Node>

export function readGbnf(source: string): Grammar {
  const rules: Grammar = new Map()
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue
    const [, name = '', body = ''] = /^([a-zA-Z0-9-]+) ::= (.*)$/.exec(line) ?? []
    if (name === '' || rules.has(name)) throw new Error(`not a rule, or twice: ${line.slice(0, 80)}`)
    const reader = new Reader(body)
    rules.set(name, reader.choice())
    if (!reader.isAtEnd) throw new Error(`what is left over: ${line}`)
  }
  return rules
}

class Reader {
  #at = 0
  readonly #chars: string[]

  constructor(body: string) {
    this.#chars = [...body]
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#chars.length
  }

  choice(): Node {
    const options = [this.#sequence()]
    while (this.#eat('|')) options.push(this.#sequence())
    return { kind: 'choice', options }
  }

  #sequence(): Node[] {
    const nodes: Node[] = []
    for (this.#space(); !this.isAtEnd && !'|)'.includes(this.#peek()); this.#space()) nodes.push(this.#repeated(this.#element()))
    return nodes
  }

  #element(): Node {
    const first = this.#next()
    if (first === '(') {
      const inner = this.choice()
      if (!this.#eat(')')) throw new Error('a group has no end')
      return inner
    }
    if (first === '"') {
      let text = ''
      while (this.#peek() !== '"') text += this.#char()
      this.#next()
      return { kind: 'text', text }
    }
    if (first === '[') return this.#set()
    if (!/[a-zA-Z0-9-]/.test(first)) throw new Error(`unexpected ${first}`)
    let name = first
    while (/[a-zA-Z0-9-]/.test(this.#peek())) name += this.#next()
    return { kind: 'rule', name }
  }

  #set(): Node {
    const isNegated = this.#peek() === '^'
    if (isNegated) this.#next()
    const ranges: [number, number][] = []
    while (this.#peek() !== ']') {
      const from = code(this.#char())
      const isRange = this.#peek() === '-' && this.#chars[this.#at + 1] !== ']'
      if (isRange) this.#next()
      ranges.push([from, isRange ? code(this.#char()) : from])
    }
    this.#next()
    return { kind: 'set', ranges, isNegated }
  }

  #repeated(node: Node): Node {
    const sign = this.#peek()
    if ('*+?'.includes(sign) && sign !== '') {
      this.#next()
      return { kind: 'repeat', node, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
    }
    if (sign !== '{') return node
    this.#next()
    let text = ''
    while (this.#peek() !== '}') text += this.#next()
    this.#next()
    const [min = '', max] = text.split(',')
    return {
      kind: 'repeat',
      node,
      min: Number(min),
      max: max === undefined ? Number(min) : max === '' ? Number.POSITIVE_INFINITY : Number(max),
    }
  }

  #char(): string {
    const char = this.#next()
    if (char !== '\\') return char
    const kind = this.#next()
    const digits = { x: 2, u: 4, U: 8 }[kind]
    if (digits === undefined) return { n: '\n', t: '\t', r: '\r' }[kind] ?? kind
    let hex = ''
    for (let index = 0; index < digits; index++) hex += this.#next()
    return String.fromCodePoint(Number.parseInt(hex, 16))
  }

  #peek(): string {
    return this.#chars[this.#at] ?? ''
  }

  #next(): string {
    const char = this.#chars[this.#at++]
    if (char === undefined) throw new Error('the grammar ends too early')
    return char
  }

  #eat(char: string): boolean {
    this.#space()
    if (this.#peek() !== char) return false
    this.#next()
    return true
  }

  #space(): void {
    while (this.#peek() === ' ') this.#next()
  }
}

function code(char: string): number {
  return char.codePointAt(0) ?? 0
}

/** A random text of the grammar; deep down it takes the shortest way out. */
export function writeText(grammar: Grammar, random: () => number): string {
  const heights = heightsOf(grammar)
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)] as T
  const height = (nodes: Node[]) => Math.max(0, ...nodes.map((node) => heightOf(node, heights)))
  const write = (node: Node, depth: number): string => {
    if (node.kind === 'text') return node.text
    if (node.kind === 'set') return charOf(node, random)
    if (node.kind === 'rule') return write(ruleOf(grammar, node.name), depth + 1)
    if (node.kind === 'choice') {
      const least = Math.min(...node.options.map(height))
      const options = depth > 12 ? node.options.filter((option) => height(option) === least) : node.options
      return pick(options)
        .map((part) => write(part, depth))
        .join('')
    }
    const most = depth > 12 ? node.min : Math.min(node.max, node.min + 3)
    const count = node.min + Math.floor(random() * (most - node.min + 1))
    return Array.from({ length: count }, () => write(node.node, depth)).join('')
  }
  return write(ruleOf(grammar, 'root'), 0)
}

/** How deep the shallowest text of each rule is; rules that never end are not among them. */
function heightsOf(grammar: Grammar): Map<string, number> {
  const heights = new Map<string, number>()
  for (let changed = true; changed; ) {
    changed = false
    for (const [name, node] of grammar) {
      const height = heightOf(node, heights) + 1
      if (height >= (heights.get(name) ?? Number.POSITIVE_INFINITY)) continue
      heights.set(name, height)
      changed = true
    }
  }
  return heights
}

function heightOf(node: Node, heights: Map<string, number>): number {
  if (node.kind === 'rule') return heights.get(node.name) ?? Number.POSITIVE_INFINITY
  if (node.kind === 'choice')
    return Math.min(...node.options.map((option) => Math.max(0, ...option.map((part) => heightOf(part, heights)))))
  if (node.kind === 'repeat') return node.min === 0 ? 0 : heightOf(node.node, heights)
  return 0
}

function ruleOf(grammar: Grammar, name: string): Node {
  const node = grammar.get(name)
  if (!node) throw new Error(`there is no rule ${name}`)
  return node
}

function charOf(set: Extract<Node, { kind: 'set' }>, random: () => number): string {
  for (;;) {
    const [from, to] = set.isNegated
      ? ([0x20, 0x4fff] as const)
      : (set.ranges[Math.floor(random() * set.ranges.length)] as [number, number])
    const drawn = from + Math.floor(random() * (to - from + 1))
    if (isIn(set, drawn)) return String.fromCodePoint(drawn)
  }
}

function isIn({ ranges, isNegated }: Extract<Node, { kind: 'set' }>, char: number): boolean {
  return ranges.some(([from, to]) => from <= char && char <= to) !== isNegated
}

/** Whether the text is one of the grammar's, by trying every way. */
export function isText(grammar: Grammar, text: string): boolean {
  const chars = [...text]
  type Then = (at: number) => boolean
  const match = (node: Node, at: number, then: Then): boolean => {
    if (node.kind === 'text') {
      const wanted = [...node.text]
      return wanted.every((char, index) => chars[at + index] === char) && then(at + wanted.length)
    }
    if (node.kind === 'set') return at < chars.length && isIn(node, code(chars[at] as string)) && then(at + 1)
    if (node.kind === 'rule') return match(ruleOf(grammar, node.name), at, then)
    if (node.kind === 'choice') return node.options.some((option) => matchAll(option, 0, at, then))
    const again = (count: number, from: number): boolean =>
      (count < node.max && match(node.node, from, (next) => (next > from || count < node.min) && again(count + 1, next))) ||
      (count >= node.min && then(from))
    return again(0, at)
  }
  const matchAll = (nodes: Node[], index: number, at: number, then: Then): boolean => {
    const node = nodes[index]
    return node === undefined ? then(at) : match(node, at, (next) => matchAll(nodes, index + 1, next, then))
  }
  return match(ruleOf(grammar, 'root'), 0, (at) => at === chars.length)
}
