import type { Language, TicketPriority, TicketStatus } from '@/prisma/generated/enums'

/** One FAQ rule of the sample shop. The part of `key` after the language names the policy: `zh-refund-time` and `en-refund-time` say the same. */
export type SampleRule = {
  key: string
  language: Language
  question: string
  /** As customers put it, slips of the finger included. */
  variants: string[]
  answer: string
  category: string
  tags: string[]
}

export type SampleRuleText = Omit<SampleRule, 'language'>

export type SampleTurn = {
  from: 'customer' | 'agent'
  text: string
  /** Minutes before the seeding at which it was written. */
  minutesAgo: number
}

export type SampleTicket = {
  key: string
  language: Language
  contact: { name: string; email?: string; phone?: string }
  subject: string
  /** Where the customer wrote, in the shop's words; becomes the ticket's first tag. */
  source: string
  tags: string[]
  priority: TicketPriority
  status: TicketStatus
  /** Which of the two demo users has taken it. */
  assignee?: 'agent' | 'admin'
  turns: SampleTurn[]
  /** Keys of the rules that answer what is still open, best first. For tests and the calibration of the search; the product never sees it. */
  expects: 'no_rule' | string[]
}
