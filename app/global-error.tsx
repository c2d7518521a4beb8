'use client'

import './globals.css'

/**
 * When even the frame cannot be made there are no texts to count on, and perhaps no styles: both languages, readable without any. The theme
 * is that of the page which failed, while it still stands, else the system's.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const theme = typeof document === 'undefined' ? undefined : document.documentElement.dataset.theme
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <html lang="zh-CN" data-theme={theme} suppressHydrationWarning>
      <body>
        <title>Deskhand</title>
        <main role="alert" className="m-auto flex min-h-dvh max-w-sm flex-col items-center justify-center gap-2 p-8 text-center">
          <p className="mb-4 font-semibold text-lg">Deskhand</p>
          <p className="font-medium">页面没能打开，请稍后重试。</p>
          <p lang="en" className="text-ink-2">
            The page did not open. Try again in a moment.
          </p>
          <button
            type="button"
            onClick={retry}
            className="mt-4 h-8 rounded-md border border-line-strong bg-pane px-3 text-ink-2 text-sm transition-colors hover:bg-sunk hover:text-ink"
          >
            重试 / Try again
          </button>
          {digest && <p className="mt-2 font-mono text-2xs text-ink-3">{digest}</p>}
        </main>
      </body>
    </html>
  )
}
