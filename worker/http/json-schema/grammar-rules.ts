import { SchemaError } from './schema-error'
import { wordTree } from './word-tree'

const MAX_GRAMMAR_CHARS = 200_000
/** Each is a way that llama.cpp follows for every token of the vocabulary; OpenAI takes as many values of enums. */
const MAX_ALTERNATIVES = 1_000

/** The rules of a grammar that is being written, within what a model can follow. */
export class GrammarRules {
  readonly #rules = new Map<string, string>()
  #reserved = 0
  #chars = 0
  #alternativeCount = 0

  /** @param prefix keeps the names of several grammars apart */
  constructor(private readonly prefix: string) {}

  lines(): string[] {
    return [...this.#rules].map(([name, rule]) => `${name} ::= ${rule}`)
  }

  /** A name for a rule whose body is not known yet. */
  reserve(kind: string): string {
    const name = this.#name(kind)
    this.#reserved += 1
    return name
  }

  /** A new rule of this body; its name. */
  add(kind: string, body: string): string {
    const name = this.#name(kind)
    this.set(name, body)
    return name
  }

  /** @throws SchemaError when the grammar is too large */
  set(name: string, body: string): void {
    this.#chars += name.length + body.length
    if (this.#chars > MAX_GRAMMAR_CHARS) throw new SchemaError([], 'schema', 'is too large')
    this.#rules.set(name, body)
  }

  /** One of these; in a rule of its own when they are several. */
  oneOf(options: string[]): string {
    const different = [...new Set(options)]
    this.#count(different.length)
    return different.length === 1 ? (different[0] as string) : this.add('either', different.join(' | '))
  }

  /** One of these texts, as they are. */
  oneText(texts: Set<string>): string {
    this.#count(texts.size)
    return wordTree(texts, (body) => this.add('word', body))
  }

  #count(alternatives: number): void {
    this.#alternativeCount += alternatives
    if (this.#alternativeCount > MAX_ALTERNATIVES) throw new SchemaError([], 'schema', `has more than ${MAX_ALTERNATIVES} alternatives`)
  }

  #name(kind: string): string {
    return `${this.prefix}${kind}-${this.#rules.size + this.#reserved}`
  }
}
