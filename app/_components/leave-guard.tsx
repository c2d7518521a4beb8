'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

/** Something unsaved. */
type Hold = {
  /** Whether going there leaves it where it is. */
  keeps: (url: URL) => boolean
  /** It was given up. */
  onLeave: () => void
}
type Leaving = { hold: (one: Hold) => () => void; leave: (go: () => void) => void }

const LeaveContext = createContext<Leaving>({ hold: () => () => undefined, leave: (go) => go() })

/** Asks before anything unsaved is lost: a link, the browser's own back and forward, closing the tab, signing out. */
export function LeaveGuard({ children }: { children: ReactNode }) {
  const t = useTranslations('common.leave')
  const router = useRouter()
  const holds = useRef(new Set<Hold>())
  const [pending, setPending] = useState<(() => void) | null>(null)
  const here = useWhereWeAre()
  const passes = useRef(false)

  useEffect(() => {
    const isLeft = (url: URL) => [...holds.current].some(({ keeps }) => !keeps(url))
    const ask = (go: () => void) => setPending(() => go)
    const onUnload = (event: BeforeUnloadEvent) => {
      if (holds.current.size > 0) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const url = plainTarget(event)
      if (!url || !isLeft(url)) return
      event.preventDefault()
      event.stopPropagation()
      ask(() => router.push(url.href.slice(url.origin.length)))
    }
    const onPop = (event: PopStateEvent) => {
      if (passes.current || !isLeft(new URL(window.location.href))) {
        passes.current = false
        return
      }
      // The browser has gone already, and the router must not hear of it: one step on, and it looks as before.
      event.stopImmediatePropagation()
      window.history.pushState(here.current.state, '', here.current.url)
      ask(() => {
        passes.current = true
        window.history.back()
      })
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    window.addEventListener('popstate', onPop, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('popstate', onPop, { capture: true })
    }
  }, [router, here])

  const hold = useCallback((one: Hold) => {
    holds.current.add(one)
    return () => {
      holds.current.delete(one)
    }
  }, [])
  const leave = useCallback((go: () => void) => (holds.current.size > 0 ? setPending(() => go) : go()), [])
  const leaving = useMemo(() => ({ hold, leave }), [hold, leave])
  return (
    <LeaveContext value={leaving}>
      {children}
      <Dialog title={t('title')} isOpen={pending !== null} onClose={() => setPending(null)}>
        <p className="mb-4 text-ink-2">{t('body')}</p>
        <div className="flex justify-end gap-2">
          <Button
            variant="danger"
            onClick={() => {
              setPending(null)
              for (const { onLeave } of holds.current) onLeave()
              holds.current.clear()
              pending?.()
            }}
          >
            {t('go')}
          </Button>
          <Button variant="go" onClick={() => setPending(null)}>
            {t('stay')}
          </Button>
        </div>
      </Dialog>
    </LeaveContext>
  )
}

/** While `isUnsaved`, nobody leaves unasked; addresses that `keeps` are free. */
export function useLeaveGuard(isUnsaved: boolean, one: Hold): void {
  const { hold } = useContext(LeaveContext)
  const latest = useRef(one)
  useEffect(() => {
    latest.current = one
  })
  useEffect(
    () => (isUnsaved ? hold({ keeps: (url) => latest.current.keeps(url), onLeave: () => latest.current.onLeave() }) : undefined),
    [isUnsaved, hold],
  )
}

/** Does something that leaves the page, after asking where that is needed. */
export function useLeave(): (go: () => void) => void {
  return useContext(LeaveContext).leave
}

/** The page as the browser's history has it; kept from before it goes somewhere else. */
function useWhereWeAre() {
  const here = useRef<{ url: string; state: unknown }>({ url: '', state: null })
  const [path, search] = [usePathname(), useSearchParams().toString()]
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to look again
  useEffect(() => {
    here.current = { url: window.location.href, state: window.history.state }
  }, [path, search])
  return here
}

/** Where a click leads within this tab of this site; null where it leads nowhere or elsewhere. */
function plainTarget(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self') || link.hasAttribute('download')) return null
  const url = new URL(link.href)
  const isHere = url.pathname === window.location.pathname && url.search === window.location.search
  return url.origin === window.location.origin && !isHere ? url : null
}
