import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftKey, drafts, readDraft } from './drafts.mjs'

function memory() {
  const items = new Map()
  return { getItem: key => items.get(key) ?? null, setItem: (key, value) => items.set(key, value), removeItem: key => items.delete(key) }
}

test('An unsaved value is kept per person, agency and figure, and restored only where it differs', () => {
  assert.equal(draftKey('an/da-nang/2025/p-hai-chau', 'f1'), 'dx:an/da-nang/2025/p-hai-chau:f1')
  assert.deepEqual(readDraft('{"value":"98,06","version":"3"}', '97'), { value: '98,06', version: '3' })
  assert.equal(readDraft('{"value":"97","version":"3"}', '97'), null)
  assert.equal(readDraft('broken', '97'), null)
  assert.equal(readDraft(null, '97'), null)
})

test('The next person at the same machine does not see it', () => {
  const storage = memory()
  const [assessor, approver] = ['an/2025/hai-chau', 'binh/2025/hai-chau'].map(scope => drafts(scope, () => storage))
  assert.equal(assessor.keep('f1', { value: '5', version: '0' }), true)
  assert.equal(approver.read('f1', ''), null)
  assert.deepEqual(assessor.read('f1', ''), { value: '5', version: '0' })
  assessor.drop('f1')
  assert.equal(assessor.read('f1', ''), null)
})

test('Storage that is full or refused is told and stops nothing', () => {
  const full = drafts('an', () => ({ ...memory(), setItem() { throw new Error('QuotaExceededError') } }))
  assert.equal(full.keep('f1', { value: '5' }), false)
  const refused = drafts('an', () => { throw new Error('SecurityError') })
  assert.equal(refused.keep('f1', { value: '5' }), false)
  assert.equal(refused.read('f1', ''), null)
  refused.drop('f1')
})
