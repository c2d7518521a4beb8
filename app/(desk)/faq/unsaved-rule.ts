import { z } from 'zod'
import { emptyForm, type RuleForm } from './rule-form'

/** What stood in the form, and the version it was begun from. */
export type UnsavedRule = { base: RuleForm; mine: RuleForm }

/** Whose it is, and the rule's id or what the new one was begun as. */
export type UnsavedKey = string
const keyOf = (key: UnsavedKey) => `unsaved-rule:${key}`

const formSchema = z.object(
  Object.fromEntries(Object.keys(emptyForm('zh')).map((field) => [field, z.string()])) as Record<keyof RuleForm, z.ZodString>,
)
const keptSchema = z.object({ base: formSchema, mine: formSchema })

/** What this tab kept when it was closed, crashed or signed out in the middle. Anything that does not look so is nothing. */
export function readUnsaved(key: UnsavedKey): UnsavedRule | null {
  try {
    return keptSchema.parse(JSON.parse(sessionStorage.getItem(keyOf(key)) ?? '')) as UnsavedRule
  } catch {
    return null
  }
}

export function writeUnsaved(key: UnsavedKey, unsaved: UnsavedRule): void {
  try {
    sessionStorage.setItem(keyOf(key), JSON.stringify(unsaved))
  } catch {
    // A full or forbidden storage: the changes live as long as the page does.
  }
}

export function forgetUnsaved(key: UnsavedKey): void {
  try {
    sessionStorage.removeItem(keyOf(key))
  } catch {
    // Forbidden storage has kept nothing.
  }
}
