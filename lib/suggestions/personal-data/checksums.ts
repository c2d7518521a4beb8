const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An 18-character mainland identity number (GB 11643): a birth date that exists, and the check character. */
export function isChineseId(id: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(id) || !isDate(id.slice(6, 14))) return false
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase()
}

/** The Luhn check of bank card numbers (ISO/IEC 7812). */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return /^\d+$/.test(digits) && sum % 10 === 0
}

/** YYYYMMDD between 1900 and 2099. */
export function isDate(digits: string): boolean {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(digits)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
