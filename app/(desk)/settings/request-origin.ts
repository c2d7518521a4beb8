import { headers } from 'next/headers'
import { selfUrl } from '@/lib/channels/channel-url'

/** Where the admin's browser reaches this desk: the address that can be pasted elsewhere. */
export async function requestOrigin(): Promise<string> {
  const jar = await headers()
  const host = jar.get('x-forwarded-host')?.split(',')[0]?.trim() ?? jar.get('host')
  const protocol = jar.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'
  return host ? `${protocol}://${host}` : selfUrl()
}
