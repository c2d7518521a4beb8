/** A schema that the grammar could not keep to its letter. The message names the place and the keyword, as OpenAI's does. */
export class SchemaError extends Error {
  constructor(path: string[], keyword: string, what: string, options: { cause?: unknown } = {}) {
    const context = path.map((part) => `'${part.slice(0, 64)}'`).join(', ')
    super(`In context=(${context}${path.length === 1 ? ',' : ''}), '${keyword.slice(0, 64)}' ${what}.`, options)
    this.name = 'SchemaError'
  }
}
