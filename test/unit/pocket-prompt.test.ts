import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { buildPrompt } from '@/lib/suggestions/build-prompt'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'

const corpus = () => readFile('worker/models/pocket/corpus.py', 'utf8')

test.each(['zh', 'en'] as const)('the bundled model is trained on the default prompt that the desk sends (%s)', async (language) => {
  expect(await corpus()).toContain(`'${language}': '${defaultPrompt[language]}'`)
})

test.each(['zh', 'en'] as const)('the bundled model is trained on the frame that the desk puts around the data (%s)', async (language) => {
  const [, parts = ''] = new RegExp(`^FRAME = \\{[^}]*?'${language}': dict\\((.*?)\\),$`, 'ms').exec(await corpus()) ?? []
  const frame: Record<string, string> = Object.fromEntries([...parts.matchAll(/(\w+)='([^']*)'/g)].map(([, name, words]) => [name, words]))
  const given = { template: defaultPrompt, language, question: 'Q?', maxRules: 4, maxPromptChars: 9_000 }
  const user = (input: Partial<Parameters<typeof buildPrompt>[0]>) =>
    buildPrompt({ ...given, turns: [], rules: [], ...input }).messages.find(({ role }) => role === 'user')?.content

  const turns = [
    { from: 'customer' as const, text: 'One' },
    { from: 'agent' as const, text: 'Two' },
  ]
  expect(user({ turns, rules: [{ title: 'T', text: 'R' }] })).toBe(
    [frame.turns, `${frame.customer}One`, `${frame.agent}Two`, `${frame.question}Q?`, frame.rules, `[1] T${frame.colon}R`, frame.end].join(
      '\n',
    ),
  )
  expect(user({})).toBe([`${frame.question}Q?`, frame.rules, frame.none, frame.end].join('\n'))
})
