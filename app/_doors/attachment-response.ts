import type { AttachmentFile } from '@/lib/messages/get-attachment'

/**
 * A stranger's file. Shown is what its bytes say can only be looked at; the rest is saved. The policy of `/api/*`
 * (next.config.ts) sandboxes what is shown and lets it load nothing, and forbids guessing what it might be.
 */
export function attachmentResponse({ name, contentType, isShown, content }: AttachmentFile): Response {
  return new Response(Buffer.from(content), {
    headers: {
      'content-type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
      'content-length': String(content.byteLength),
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; ${fileName(name)}`,
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}

/** RFC 6266: the name for browsers that know UTF-8, and one in ASCII for the others. */
function fileName(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${ascii}"; filename*=UTF-8''${utf8}`
}
