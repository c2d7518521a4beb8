import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '@/lib/uuid'

test('new ids are UUIDs of version 7 with the time in them, and stand in the order in which they were made', () => {
  const before = Date.now()
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before)
})
