import { describe, expect, it } from 'vitest'
import { showMentions, withoutMentions, writeMentions } from '@/lib/messages/mentions'

const LIN = { id: '0198c3e0-0000-7000-8000-000000000001', name: '林晓' }
const LIN_XIAO = { id: '0198c3e0-0000-7000-8000-000000000002', name: '林晓 Lin Xiao' }
const ANN = { id: '0198c3e0-0000-7000-8000-000000000003', name: 'Ann' }
const ANN_TOO = { id: '0198c3e0-0000-7000-8000-000000000004', name: 'Ann' }
const people = [LIN, LIN_XIAO, ANN, ANN_TOO]

describe('a mention', () => {
  it.each([
    ['请@林晓看一下', `请<@${LIN.id}>看一下`, [LIN.id]],
    ['@林晓 Lin Xiao look', `<@${LIN_XIAO.id}> look`, [LIN_XIAO.id]],
    ['@Ann, see @Anna and ann@Ann.org', `<@${ANN.id}>, see @Anna and ann<@${ANN.id}>.org`, [ANN.id]],
    ['@Ann看看', `<@${ANN.id}>看看`, [ANN.id]],
    ['@nobody @', '@nobody @', []],
  ])('in %s is stored by id', (text, written, ids) => {
    expect(writeMentions(text, people)).toEqual({ text: written, ids })
  })

  it('of two people with one name is the one who was chosen', () => {
    expect(writeMentions('@Ann', people, [ANN_TOO.id]).ids).toEqual([ANN_TOO.id])
    expect(writeMentions('@Ann and @Ann', people, [ANN_TOO.id, ANN.id]).ids).toEqual([ANN.id, ANN_TOO.id])
    expect(writeMentions('@Ann and @Ann', people, [ANN_TOO.id]).ids).toEqual([ANN_TOO.id])
  })

  it('is shown with the name that the person has now; an id of nobody stays what it was', () => {
    const { text } = writeMentions('Ask @Ann', people)
    expect(showMentions(text, [{ ...ANN, name: 'Ann Lee' }])).toBe('Ask @Ann Lee')
    expect(showMentions(text, [])).toBe(text)
  })

  it('can be left out of what a note says', () => {
    expect(withoutMentions(writeMentions('请@林晓看，@nobody <@x>', people).text)).toBe('请 看，@nobody <@x>')
  })
})
