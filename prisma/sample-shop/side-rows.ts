import type { Prisma } from '@/prisma/generated/client'
import { stableId } from './stable-id'
import type { Seeding } from './ticket-rows'
import { writePng } from './write-png'

/** What stands beside the messages of some sample tickets: a note of a colleague, what was done, a photograph and a file. */
export function sideRows({ now, people }: Seeding) {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const agent = { id: people.agent, name: '林晓 Lin Xiao' }
  const angry = stableId('ticket', 'zh-refund-third-time')
  const events: Prisma.TicketEventCreateManyInput[] = [
    { ticketId: angry, kind: 'assigned', actorId: people.agent, details: { from: null, to: agent }, createdAt: before(2_891) },
    { ticketId: angry, kind: 'priority', actorId: people.admin, details: { from: 'high', to: 'urgent' }, createdAt: before(1_302) },
    { ticketId: angry, kind: 'tags', actorId: people.agent, details: { added: ['催促'], removed: [] }, createdAt: before(1_301) },
  ]
  const notes: Prisma.MessageCreateManyInput[] = [
    {
      id: stableId('message', 'zh-refund-third-time/note'),
      ticketId: angry,
      direction: 'note',
      text: '仓库说包裹昨天上午才扫描入库，财务今天会处理。别再让客户等，退完主动告诉他。',
      authorId: people.admin,
      createdAt: before(1_300),
    },
  ]
  const file = (key: string, name: string, contentType: string, content: Buffer) => ({
    id: stableId('attachment', `${key}/${name}`),
    messageId: stableId('message', `${key}/0`),
    name,
    contentType,
    sizeBytes: content.byteLength,
    content: new Uint8Array(content),
  })
  const attachments: Prisma.AttachmentCreateManyInput[] = [
    { ...file('zh-refund-third-time', '退货面单.png', 'image/png', label(360, 220)), width: 360, height: 220 },
    file('zh-refund-third-time', '签收记录.txt', 'text/plain', Buffer.from('2 天前 10:12 仓库签收\n2 天前 17:40 等待验货\n')),
  ]
  return { events, notes, attachments }
}

/** A parcel's label as a phone would see it: grey on white, with bars. Drawn here, since the repository keeps no photographs. */
function label(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isEdge = x < 14 || y < 14 || x >= width - 14 || y >= height - 14
      const isBar = y > 40 && y < 110 && x > 40 && x < width - 40 && (x * 7919) % 11 < 5
      const isLine = y > 130 && y % 22 < 8 && x > 40 && x < width - 40 - (y % 3) * 40
      rows[y * (width + 1) + 1 + x] = isEdge ? 176 : isBar ? 24 : isLine ? 120 : 250
    }
  }
  return writePng(width, height, rows)
}
