import { redirect } from 'next/navigation'
import { requireAgent } from '@/lib/auth/require-agent'

export default async function SettingsPage() {
  const agent = await requireAgent()
  redirect(agent.role === 'admin' ? '/settings/channels' : '/settings/preferences')
}
