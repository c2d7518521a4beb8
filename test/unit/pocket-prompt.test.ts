import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'

test.each(['zh', 'en'] as const)('the bundled model is trained on the default prompt that the desk sends (%s)', async (language) => {
  expect(await readFile('worker/models/pocket/corpus.py', 'utf8')).toContain(`'${language}': '${defaultPrompt[language]}'`)
})
