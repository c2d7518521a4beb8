'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { editTags } from '@/lib/tickets/edit-tags'
import { tagsSchema } from '@/lib/tickets/schema'
import { setPriority } from '@/lib/tickets/set-priority'
import { setStatus } from '@/lib/tickets/set-status'
import { snoozeTicket } from '@/lib/tickets/snooze-ticket'
import { TicketPriority, TicketStatus } from '@/prisma/generated/enums'

const ticketId = z.uuid()

const assignSchema = z.object({ ticketId, assigneeId: z.uuid().nullable(), insteadOf: z.uuid().nullable() })

export async function assignAction(input: z.input<typeof assignSchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.assign', async () => {
    const { ticketId: id, assigneeId, insteadOf } = assignSchema.parse(input)
    await assignTicket(id, assigneeId, { by, insteadOf })
    refresh()
  })
}

const statusSchema = z.object({ ticketId, status: z.enum(TicketStatus) })

/** Resolves a ticket without a reply, lets it wait, or opens it again. */
export async function setStatusAction(input: z.input<typeof statusSchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.status', async () => {
    const { ticketId: id, status } = statusSchema.parse(input)
    await setStatus(id, status, by)
    refresh()
  })
}

const prioritySchema = z.object({ ticketId, priority: z.enum(TicketPriority) })

export async function setPriorityAction(input: z.input<typeof prioritySchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.priority', async () => {
    const { ticketId: id, priority } = prioritySchema.parse(input)
    await setPriority(id, priority, by)
    refresh()
  })
}

const tagsEditSchema = z.object({ ticketId, add: tagsSchema.default([]), remove: z.array(z.string().max(40)).max(20).default([]) })

export async function editTagsAction(input: z.input<typeof tagsEditSchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.tags', async () => {
    const { ticketId: id, ...edit } = tagsEditSchema.parse(input)
    await editTags(id, edit, by)
    refresh()
  })
}

const snoozeSchema = z.object({ ticketId, until: z.iso.datetime().nullable() })

export async function snoozeAction(input: z.input<typeof snoozeSchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.snooze', async () => {
    const { ticketId: id, until } = snoozeSchema.parse(input)
    await snoozeTicket(id, until === null ? null : new Date(until), by)
    refresh()
  })
}
