import { getFormatter, getTranslations } from 'next-intl/server'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { ThreadMessage } from './thread-message'

/** The conversation. It hangs on its last message: the scroll starts there and stays there while messages come in. */
export async function Thread({ ticket }: { ticket: TicketDetail }) {
  const [t, format] = await Promise.all([getTranslations('ticket'), getFormatter()])
  const dayOf = (date: Date) => format.dateTime(date, { year: 'numeric', month: '2-digit', day: '2-digit' })
  const now = new Date()
  const today = dayOf(now)
  const yesterday = dayOf(new Date(now.getTime() - 24 * 3_600_000))
  const nameDay = (date: Date) => {
    const day = dayOf(date)
    if (day === today) return t('today')
    if (day === yesterday) return t('yesterday')
    const isThisYear = date.getFullYear() === now.getFullYear()
    return format.dateTime(date, { month: 'long', day: 'numeric', ...(!isThisYear && { year: 'numeric' }) })
  }
  const { contact, channel } = ticket
  const customer = contact.name ?? contact.email ?? contact.phone ?? t('assistant.anonymous')
  return (
    // Column-reverse: the browser itself keeps the last message in view. One child, so the order of reading is untouched.
    <div className="pane-scroll flex grow flex-col-reverse">
      <ol className="mx-auto mb-auto flex w-full max-w-[58rem] flex-col gap-3.5 px-7 pt-4.5 pb-4 max-md:px-4">
        {ticket.messages.map((message, index) => {
          const previous = ticket.messages[index - 1]
          const isNewDay = !previous || dayOf(previous.createdAt) !== dayOf(message.createdAt)
          return (
            <li key={message.id} className="flex flex-col gap-3.5">
              {isNewDay && <div className="self-center text-ink-3 text-xs">{nameDay(message.createdAt)}</div>}
              <ThreadMessage
                message={message}
                customer={customer}
                channel={channel.name}
                language={ticket.language}
                isFirst={index === 0}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
