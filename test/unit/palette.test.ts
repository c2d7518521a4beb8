import { describe, expect, it } from 'vitest'
import { isMeant, matches } from '@/app/_palette/matches'
import { pinyinInitials } from '@/app/_palette/pinyin-initials'
import { en } from '@/lib/i18n/messages/en'
import { zh } from '@/lib/i18n/messages/zh'

describe('pinyin initials', () => {
  it.each([
    ['快捷回复', 'kjhf'],
    ['个人偏好', 'grph'],
    ['渠道', 'qd'],
    ['API 密钥', 'apimy'],
    ['知识库', 'zsk'],
    ['设置', 'sz'],
    ['退出登录', 'tcdl'],
    ['写内部备注', 'xnbbz'],
    ['啊 按', 'aa'],
    ['座', 'z'],
  ])('of %s are %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials)
  })

  it('are letters for every section of the settings', () => {
    for (const name of Object.values(zh.settings.sections)) expect(pinyinInitials(name)).toMatch(/^[a-z]{2,}$/)
  })
})

describe('what is typed', () => {
  it.each([
    ['快捷回复', 'kjhf', true],
    ['快捷回复', 'hf', true],
    ['快捷回复', '回复', true],
    ['快捷回复', 'kjhx', false],
    ['API keys', 'key api', true],
    ['API keys', 'keys x', false],
    ['Sign out', 'SIGN', true],
  ])('in %s: %s is meant: %s', (text, typed, isMeant) => {
    expect(matches(text, typed)).toBe(isMeant)
  })
})

describe('a setting', () => {
  const { sections } = zh.settings
  it.each([
    ['prompt', '时间预算', true],
    ['prompt', '设置 超时', true],
    ['prompt', 'sjys', true],
    ['prompt', '撤回', false],
    ['sending', '撤回秒数', true],
    ['sending', 'chmscx', false],
    ['account', '密码', true],
  ] as const)('%s is meant by %s: %s', (section, typed, is) => {
    expect(isMeant({ label: sections[section], detail: '设置', words: zh.palette.settingWords[section] }, typed)).toBe(is)
  })

  it('has other names in both languages, one for every section', () => {
    for (const { palette, settings } of [zh, en])
      for (const section of Object.keys(settings.sections)) expect(Object.keys(palette.settingWords)).toContain(section)
  })
})
