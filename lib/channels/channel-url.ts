import { env } from '@/lib/env'

/** Where this installation reaches itself. */
export function selfUrl(): string {
  const { SELF_URL, PORT } = env()
  return (SELF_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '')
}

/** The address a channel's webhooks are posted to, as this machine sees it. */
export function channelUrl(channelId: string): string {
  return `${selfUrl()}/api/webhooks/${channelId}`
}
