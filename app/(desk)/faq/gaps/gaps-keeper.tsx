'use client'

import { useRouter } from 'next/navigation'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { useLiveRefresh } from '../../../_live/use-live-refresh'

type GapsKeeperProps = { hrefs: string[]; openIndex: number }

/** J and K go down and up the list, as in the queue; a rule that somebody changes may close a gap. */
export function GapsKeeper({ hrefs, openIndex }: GapsKeeperProps) {
  const router = useRouter()
  useLiveRefresh((event) => event.kind === 'rules')
  const go = (index: number) => {
    const href = hrefs[Math.max(0, Math.min(hrefs.length - 1, index))]
    if (href) router.replace(href, { scroll: false })
  }
  useHotkeys({ j: () => go(openIndex + 1), k: () => go(openIndex - 1) })
  return null
}
