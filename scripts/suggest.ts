/**
 * `npm run -s suggest -- "question" [--language zh|en] [--json]`: drafts a reply by the code that serves tickets.
 * Prints the rules with their scores, the reply as it is written, and the rung it came from.
 */
import { parseArgs } from 'node:util'
import { withDesk } from './lib/desk'

const USAGE = 'usage: npm run -s suggest -- "question" [--language zh|en] [--json]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, language: { type: 'string' } },
})
const question = positionals.join(' ').trim()
const { language } = values
if (question === '' || (language !== undefined && language !== 'zh' && language !== 'en')) {
  console.error(USAGE)
  process.exit(2)
}

await withDesk({ worker: true }, async () => {
  const { suggest } = await import('@/lib/suggestions/suggest')
  const { toSuggestShape } = await import('@/lib/suggestions/suggest-shape')
  const { readyMeaning } = await import('@/lib/retrieval/ready-meaning')
  await readyMeaning()
  if (values.json) {
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
  // What streamed may have been dropped by the checks; then the draft that counts is printed after it.
  const isReplaced = shown !== '' && !result.text.startsWith(shown)
  if (isReplaced) process.stdout.write(`\n\n(not used: ${result.fallbackCause ?? 'replaced'})\n\n`)
  console.log(isReplaced ? result.text : result.text.slice(shown.length))
  const model = result.run?.model ?? result.cached?.model
  const cause = result.fallbackCause ? ` · ${result.fallbackCause}` : ''
  console.log(`\n${result.rung}${cause} · ${result.ms} ms${model ? ` · ${model}` : ''}`)
})
