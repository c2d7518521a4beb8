import { type ExportChosen, type ExportQuery, exportRules } from '@/lib/faq/export-rules'

/** The rules as a download, named for the day. */
export async function exportResponse(query: ExportQuery | ExportChosen): Promise<Response> {
  const { body, contentType, extension } = await exportRules(query)
  const name = `deskhand-rules-${new Date().toISOString().slice(0, 10)}.${extension}`
  return new Response(body, { headers: { 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` } })
}
