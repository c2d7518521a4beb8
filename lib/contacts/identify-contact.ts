import { newId } from '@/lib/uuid'

export type ContactDetails = {
  name?: string | null
  email?: string | null
  phone?: string | null
  externalId?: string | null
}

/**
 * What makes two messages one person, within a channel: the sender's own id, else the e-mail address, else the phone
 * number. A person without any is a new one each time.
 */
export function identifyContact({ externalId, email, phone }: ContactDetails): string {
  if (externalId) return `external:${externalId}`
  if (email) return `email:${email.toLowerCase()}`
  // `+86 138-0013-8000` and `+8613800138000` are one phone; full-width digits count as digits.
  const digits = phone?.normalize('NFKC').replace(/\D/g, '')
  if (digits) return `phone:${digits}`
  return `anonymous:${newId()}`
}
