import { expect, it } from 'vitest'
import { replayedStatus } from '@/app/(desk)/faq/_check/replayed-status'

it.each([
  ['a new draft as if it were published', 'draft', null, 'published'],
  ['a draft as if it were published', 'draft', 'draft', 'published'],
  ['what comes back from the archive as a draft, as if it were published', 'draft', 'archived', 'published'],
  ['a published rule that is taken back to a draft as gone', 'draft', 'published', 'draft'],
  ['a published rule that is archived as gone', 'archived', 'published', 'archived'],
  ['a published rule as published', 'published', 'published', 'published'],
] as const)('%s is replayed', (_, form, saved, replayed) => {
  expect(replayedStatus(form, saved)).toBe(replayed)
})
