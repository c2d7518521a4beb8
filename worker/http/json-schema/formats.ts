const IP_BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const DATE = '[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))'
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])'
const LABEL = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?'

// Four of 62 characters stay below the 253 that a name may have.
const SHORT_LABEL = '[A-Za-z0-9]([A-Za-z0-9-]{0,60}[A-Za-z0-9])?'
const HOST = `${SHORT_LABEL}(\\.${SHORT_LABEL}){0,3}`
// No label of two hyphens, which must be Punycode, and none of digits at the end, which must be an address (URL Standard).
const URI_HOST = '([A-Za-z0-9]{1,30}(-[A-Za-z0-9]{1,30})?\\.){1,3}[A-Za-z]{2,20}'
const URI_CHAR = "([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2})"
const COUNT = '(0|[1-9][0-9]{0,5})'
const CLOCK = `(${COUNT}H(${COUNT}M(${COUNT}S)?)?|${COUNT}M(${COUNT}S)?|${COUNT}S)`
const GROUP = '[0-9a-f]{1,4}'

/**
 * The `format`s of a text that a grammar keeps to; each pattern is within what the format allows (RFC 3339, 3986, 4122, 4291, 5321, 1123, 2673)
 * and has at least one character.
 */
export const FORMATS: Record<string, string> = {
  date: DATE,
  time: TIME,
  'date-time': `${DATE}T${TIME}`,
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  email: `[A-Za-z0-9]+([._+-][A-Za-z0-9]+)*@${LABEL}(\\.${LABEL})+`,
  uri: `https?://${URI_HOST}(:[1-9][0-9]{0,3})?(/${URI_CHAR}*)*(\\?(${URI_CHAR}|/)*)?(#(${URI_CHAR}|/)*)?`,
  hostname: HOST,
  duration: `P(${COUNT}W|(${COUNT}Y(${COUNT}M(${COUNT}D)?)?|${COUNT}M(${COUNT}D)?|${COUNT}D)(T${CLOCK})?|T${CLOCK})`,
  ipv6: `(${GROUP}:){7}${GROUP}|(${GROUP}:){1,6}:${GROUP}|::${GROUP}|::`,
  ipv4: `${IP_BYTE}(\\.${IP_BYTE}){3}`,
}
