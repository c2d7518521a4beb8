import { newSecret } from '@/lib/channels/channel-secrets'
import { db } from '@/lib/db'

/** The one channel of `POST /api/v1/tickets`. Its id is fixed, so that the primary key sees to it that there is one. */
const API_CHANNEL_ID = '00000000-0000-7000-8000-000000000a71'

/** The id of the API's channel; the row is made on first use, by whichever process comes first. */
export async function apiChannelId(): Promise<string> {
  const id = API_CHANNEL_ID
  if (await db().channel.findUnique({ where: { id }, select: { id: true } })) return id
  const row = { id, kind: 'api' as const, name: 'API', secretSealed: newSecret().sealed }
  await db().channel.createMany({ data: [row], skipDuplicates: true })
  return id
}
