import type { BrowserContext } from 'playwright-core'

export type ScriptBytes = {
  /** As they came over the wire, compressed, all together. */
  gzipped: number
  /** The largest first. */
  files: { url: string; gzipped: number }[]
}

/**
 * The scripts that a browser loads when it opens a page for the first time, also those that it fetches once the page has come to rest.
 * @param context of a browser that has kept nothing of this desk
 */
export async function countScriptBytes(context: BrowserContext, url: string): Promise<ScriptBytes> {
  const page = await context.newPage()
  try {
    const sizes: Promise<{ url: string; gzipped: number }>[] = []
    page.on('requestfinished', (request) => {
      if (!new URL(request.url()).pathname.endsWith('.js')) return
      sizes.push(request.sizes().then(({ responseBodySize }) => ({ url: request.url(), gzipped: responseBodySize })))
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    const files = (await Promise.all(sizes)).sort((a, b) => b.gzipped - a.gzipped)
    return { gzipped: files.reduce((sum, file) => sum + file.gzipped, 0), files }
  } finally {
    await page.close()
  }
}
