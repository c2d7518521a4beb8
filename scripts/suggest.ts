/**
 * `npm run -s suggest -- "question" [--language zh|en] [--json]`: drafts a reply by the code that serves tickets.
 * Prints the rules with their scores, the reply as it is written, and the rung it came from.
 */
import { parseArgs } from 'node:util'
import { withDesk } from './lib/desk'
import { runCommand, UsageError } from './lib/run-command'

const USAGE = 'usage: npm run -s suggest -- "question" [--language zh|en] [--json]'
/** As many as `POST /api/v1/suggest` takes. */
const MAX_CHARACTERS = 10_000

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, language: { type: 'string' } },
  })
  const { json, language } = values
  const question = positionals.join(' ').trim()
  if (question === '') throw new UsageError('Ask a question.')
  if (question.length > MAX_CHARACTERS) throw new UsageError(`A question has at most ${MAX_CHARACTERS} characters.`)
  if (language !== undefined && language !== 'zh' && language !== 'en') {
    throw new UsageError(`There is no language ${JSON.stringify(language)}.`)
  }
  await withDesk({ worker: true }, () => answer({ question, language, json }))
})

type Asked = { question: string; language: 'zh' | 'en' | undefined; json: boolean }

async function answer({ question, language, json }: Asked): Promise<void> {
  const { suggest } = await import('@/lib/suggestions/suggest')
  const { toSuggestShape } = await import('@/lib/suggestions/suggest-shape')
  const { readyMeaning } = await import('@/lib/retrieval/meaning/ready-meaning')
  await readyMeaning()
  if (json) {
    console.log(JSON.stringify(toSuggestShape(await suggest({ question, language }))))
    return
  }
  let shown = ''
  const result = await suggest({
    question,
    language,
    onPrepared: ({ question: { rules } }) => {
      for (const rule of rules) console.log(`[${rule.position}] ${rule.score.toFixed(2)}  ${rule.title}`)
      console.log()
    },
    onText: (text) => {
      process.stdout.write(text.slice(shown.length))
      shown = text
    },
  })
  // What streamed may have been dropped by the checks, or its marks put right; then the draft that counts is printed after it.
  const isReplaced = shown !== '' && !result.text.startsWith(shown)
  if (isReplaced)
    process.stdout.write(`\n\n(${result.fallbackCause ? `not used: ${result.fallbackCause}` : 'with its citations put right:'})\n\n`)
  console.log(isReplaced ? result.text : result.text.slice(shown.length))
  const model = result.run?.model ?? result.cached?.model
  const cause = result.fallbackCause ? ` · ${result.fallbackCause}` : ''
  console.log(`\n${result.rung}${cause} · ${result.ms} ms${model ? ` · ${model}` : ''}`)
}
