/** Languages in their own words: whoever is lost in the wrong one must find the way back. */
export const LANGUAGE_NAMES = { zh: '简体中文', en: 'English' } as const
