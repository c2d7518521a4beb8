'use client'

/** When even the frame cannot be made there are no texts and no styles to count on: both languages, plain. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>Deskhand</title>
        <main>
          <p>页面没能打开，请稍后重试。</p>
          <p lang="en">The page did not open. Try again in a moment.</p>
          <button type="button" onClick={retry}>
            重试 / Try again
          </button>
        </main>
      </body>
    </html>
  )
}
