import type { z } from 'zod'
import { HttpError } from './http-error'

type Issue = z.core.$ZodIssue

/** Parameters that OpenAI has and that no model here can honour; leaving them out in silence would be a wrong answer. */
const UNSUPPORTED = ['audio', 'moderation', 'web_search_options', 'functions', 'function_call', 'suffix', 'best_of']

/** Unknown parameters that one error names. */
const MAX_NAMES = 8

/** Zod calls every number a number. */
const DECIMALS = ['temperature', 'top_p', 'min_p', 'presence_penalty', 'frequency_penalty', 'logit_bias']

/**
 * A body by its schema.
 *
 * @throws HttpError 400 for the first thing that is wrong, in OpenAI's words; names and limits, and of values only numbers
 * and words that should be one of a few
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new HttpError(400, 'invalid_type', 'The body must be a JSON object.')
  }
  // An unknown parameter is told first, as OpenAI does: it may be why another one is missing.
  const { issues } = parsed.error
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0)
  const [first, second] = issues as [Issue, Issue?]
  // Of a number that no integer is, zod tells the end of all integers before the parameter's own.
  throw describe(unknown ?? (second && isSameBound(first, second) ? second : first), body)
}

function isSameBound(one: Issue, other: Issue): boolean {
  return one.code === other.code && (one.code === 'too_big' || one.code === 'too_small') && one.path.join('.') === other.path.join('.')
}

/** The model that a body names, before anything else of it is looked at; undefined where it names none. */
export function modelOf(body: unknown): string | undefined {
  const model = typeof body === 'object' && body !== null && 'model' in body ? body.model : undefined
  return typeof model === 'string' && model !== '' ? model : undefined
}

function describe(issue: Issue, body: unknown): HttpError {
  const { path } = issue
  const param = paramOf(path)
  const value = valueAt(body, path)
  const bad = (code: string | null, message: string) => new HttpError(400, code, message, { param })
  const [first] = path
  if (path.length === 1 && UNSUPPORTED.includes(String(first))) {
    return bad('unsupported_parameter', `Unsupported parameter: '${param}' is not supported with this model.`)
  }
  if (issue.code === 'unrecognized_keys') return unrecognized(issue.keys, path)
  if (value === undefined && issue.code !== 'custom') return missing(param)
  switch (issue.code) {
    case 'invalid_union':
      return union(issue, body, param)
    case 'invalid_type':
      return bad(
        'invalid_type',
        `Invalid type for '${param}': expected ${article(expectedOf(issue, param))}, but got ${article(typeOf(value))} instead.`,
      )
    case 'invalid_value': {
      const values = issue.values.map((option) => `'${String(option)}'`)
      return bad('invalid_value', `Invalid value: ${shown(value)}. Supported values are: ${listed(values)}.`)
    }
    case 'too_big':
    case 'too_small':
      return size(issue, value, param)
    case 'invalid_format':
      return bad(
        'invalid_value',
        `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '${String(issue.pattern ?? issue.format)}'.`,
      )
    case 'custom':
      return bad(typeof issue.params?.code === 'string' ? issue.params.code : 'invalid_value', issue.message)
    default:
      return bad('invalid_value', `Invalid '${param}': ${issue.message}.`)
  }
}

function missing(param: string): HttpError {
  if (param === 'model') return new HttpError(400, null, 'you must provide a model parameter')
  return new HttpError(400, 'missing_required_parameter', `Missing required parameter: '${param}'.`, { param })
}

function unrecognized(keys: string[], path: PropertyKey[]): HttpError {
  const names = keys.slice(0, MAX_NAMES).map((key) => key.slice(0, 64))
  if (path.length > 0) {
    const param = paramOf([...path, names[0] ?? ''])
    return new HttpError(400, 'unknown_parameter', `Unknown parameter: '${param}'.`, { param })
  }
  return new HttpError(400, null, `Unrecognized request argument${names.length > 1 ? 's' : ''} supplied: ${names.join(', ')}`, {
    param: names[0],
  })
}

function size(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>, value: unknown, param: string): HttpError {
  const bad = (code: string, message: string) => new HttpError(400, code, message, { param })
  const isBig = issue.code === 'too_big'
  const limit = isBig ? issue.maximum : issue.minimum
  const most = isBig ? 'maximum' : 'minimum'
  if (issue.origin === 'array' || issue.origin === 'string') {
    const count = (value as unknown[] | string).length
    if (count === 0)
      return bad(
        `empty_${issue.origin}`,
        `Invalid '${param}': empty ${issue.origin}. Expected ${article(issue.origin)} with minimum length ${limit}, but got an empty ${issue.origin} instead.`,
      )
    const code = `${issue.origin}_${isBig ? 'above_max' : 'below_min'}_length`
    return bad(
      code,
      `Invalid '${param}': ${issue.origin} too ${isBig ? 'long' : 'short'}. Expected ${article(issue.origin)} with ${most} length ${limit}, but got ${article(issue.origin)} with length ${count} instead.`,
    )
  }
  const kind = typeof value !== 'number' ? 'object' : isDecimal(param) ? 'decimal' : 'integer'
  if (kind === 'object')
    return bad(
      `object_${isBig ? 'above_max' : 'below_min'}_properties`,
      `Invalid '${param}': too ${isBig ? 'many' : 'few'} properties. Expected at ${isBig ? 'most' : 'least'} ${limit}.`,
    )
  return bad(
    `${kind}_${isBig ? 'above_max' : 'below_min'}_value`,
    `Invalid '${param}': ${kind} ${isBig ? 'above maximum' : 'below minimum'} value. Expected a value ${isBig ? '<' : '>'}${issue.inclusive === false ? '' : '='} ${limit}, but got ${String(value)} instead.`,
  )
}

function isDecimal(param: string): boolean {
  return DECIMALS.includes(param.split('.')[0] ?? '')
}

function expectedOf({ expected }: Extract<Issue, { code: 'invalid_type' }>, param: string): string {
  return expected === 'number' && !isDecimal(param) ? 'int' : expected
}

/** Of a union that has its own kinds, the kind that was meant; of one that has types, the one that came nearest. */
function union(issue: Extract<Issue, { code: 'invalid_union' }>, body: unknown, param: string): HttpError {
  const value = valueAt(body, issue.path)
  if ('options' in issue && Array.isArray(issue.options)) {
    if (value === undefined) return missing(param)
    return new HttpError(
      400,
      'invalid_value',
      `Invalid value: ${shown(value)}. Supported values are: ${listed(issue.options.map((option) => `'${String(option)}'`))}.`,
      { param },
    )
  }
  // Words to choose from are a text.
  const isOther = ([first]: Issue[]) =>
    first?.path.length === 0 && (first.code === 'invalid_type' || (first.code === 'invalid_value' && typeof value !== 'string'))
  // See listOf: a list of another type is told by its first element.
  const isOtherList = ([first]: Issue[]) => first?.code === 'invalid_type' && first.path.length === 1 && first.path[0] === 0
  const near = issue.errors
    .filter((branch) => branch[0] && !isOther(branch))
    .sort((a, b) => Number(isOtherList(a)) - Number(isOtherList(b)))[0]
  const [inner] = near ?? []
  if (inner) return describe({ ...inner, path: [...issue.path, ...inner.path] } as Issue, body)
  const expected = new Set(issue.errors.map(([first]) => (first?.code === 'invalid_type' ? first.expected : 'string')))
  return new HttpError(
    400,
    'invalid_type',
    `Invalid type for '${param}': expected one of ${[...expected].join(' or ')}, but got ${article(typeOf(value))} instead.`,
    { param },
  )
}

/** `messages[0].content`, as OpenAI writes it. */
function paramOf(path: PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('')
}

function valueAt(body: unknown, path: PropertyKey[]): unknown {
  let now = body
  for (const part of path)
    now = typeof now === 'object' && now !== null && Object.hasOwn(now, part) ? (now as Record<PropertyKey, unknown>)[part] : undefined
  return now
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  // JSON has no infinity; a number with too many digits before its point becomes one.
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return 'number that is too large'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal number'
  return typeof value
}

const WORDS: Record<string, string> = { number: 'decimal', int: 'integer', record: 'object' }

function article(type: string): string {
  const word = WORDS[type] ?? type
  return word === 'null' ? 'null' : `${/^[aio]/.test(word) ? 'an' : 'a'} ${word}`
}

/** A word that should have been one of a few; whatever else it is stays unsaid. */
function shown(value: unknown): string {
  return typeof value === 'string' && value.length <= 64 ? `'${value}'` : typeOf(value)
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
