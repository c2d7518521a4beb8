import type { NamespaceKeys, NestedKeyOf } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages } from '@/lib/i18n/messages/zh'
import { AddTexts } from './add-texts'
import { pickTexts } from './merge-texts'

type TextsProps = { names: NamespaceKeys<Messages, NestedKeyOf<Messages>>[]; children: ReactNode }

/**
 * Hands texts to the components of the browser below, beside those that are handed to them further out. What is written on the server needs none of it.
 * The names stand in the layout of the part that uses them, so that no page brings another part's; test/unit/client-texts.test.ts says which they are.
 */
export async function Texts({ names, children }: TextsProps) {
  return <AddTexts texts={pickTexts(await getMessages(), names)}>{children}</AddTexts>
}
