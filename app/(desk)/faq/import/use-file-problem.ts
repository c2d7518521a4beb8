import { useTranslations } from 'next-intl'

const REASONS = [
  'empty',
  'encoding',
  'damaged',
  'old_excel',
  'broken_xlsx',
  'xlsx_too_large',
  'broken_json',
  'too_many_rows',
  'too_many_columns',
  'payload_too_large',
  'bad_rows',
  'import_running',
  'changed_meanwhile',
  'offline',
  'unauthorized',
  'forbidden',
] as const

/** Puts the reason for which a file did not come in into words. */
export function useFileProblem(): (reason: string) => string {
  const t = useTranslations('faqImport')
  return (reason) => {
    const known = REASONS.find((candidate) => candidate === reason)
    return known ? t(`reason.${known}`) : t('reason.internal')
  }
}
