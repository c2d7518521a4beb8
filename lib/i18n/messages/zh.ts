import cache from './zh/cache.json'
import common from './zh/common.json'
import composer from './zh/composer.json'
import door from './zh/door.json'
import errors from './zh/errors.json'
import faq from './zh/faq.json'
import faqCheck from './zh/faq-check.json'
import faqEditor from './zh/faq-editor.json'
import faqFloor from './zh/faq-floor.json'
import faqGaps from './zh/faq-gaps.json'
import faqImport from './zh/faq-import.json'
import faqList from './zh/faq-list.json'
import faqTry from './zh/faq-try.json'
import keys from './zh/keys.json'
import macros from './zh/macros.json'
import notifications from './zh/notifications.json'
import outbox from './zh/outbox.json'
import palette from './zh/palette.json'
import people from './zh/people.json'
import queue from './zh/queue.json'
import rung from './zh/rung.json'
import settings from './zh/settings.json'
import shell from './zh/shell.json'
import thread from './zh/thread.json'
import ticket from './zh/ticket.json'

export const zh = {
  cache,
  common,
  composer,
  door,
  errors,
  faq,
  faqCheck,
  faqTry,
  faqEditor,
  faqFloor,
  faqGaps,
  faqList,
  faqImport,
  keys,
  macros,
  notifications,
  outbox,
  palette,
  people,
  queue,
  rung,
  settings,
  shell,
  thread,
  ticket,
}

/** The shape of the screens' texts; English has the same keys (test/unit/i18n.test.ts). */
export type Messages = typeof zh
