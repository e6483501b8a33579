import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, matches } from './fold.mjs'
import { shows } from './filter.mjs'
import { draftKey, fill, isOwnEcho, readAnswer, readDraft, retryDelay, signInAddress } from './saving.mjs'

test('Vietnamese is found without its marks, Đ too', () => {
  assert.equal(fold('  Đống  Đa '), 'dong da')
  assert.equal(fold('Hòa Vang'), fold('Hoà Vang'))
  assert.ok(matches('Sở Thông tin và Truyền thông', 'truyen so'))
  assert.ok(matches('Phường Hòa Thuận Tây', 'hoa thuận'))
  assert.ok(!matches('Quận Hải Châu', 'hai chau 2'))
  assert.ok(matches('Quận Hải Châu', ''))
})

test('A row shows when name, tier and district agree with what is asked', () => {
  const row = { name: 'Phường Hải Châu I', tier: '1', parent: 'Hải Châu' }
  assert.ok(shows(row, { q: 'hai', tier: '1', parent: 'Hải Châu' }))
  assert.ok(!shows(row, { q: 'hai', tier: '2', parent: '' }))
  assert.ok(!shows(row, { q: '', tier: '', parent: 'Sơn Trà' }))
})

test('Tries come at 1, 2, 4 seconds and never more than a minute apart, unless the server names a time', () => {
  assert.deepEqual([0, 1, 2, 10].map(attempt => retryDelay(attempt)), [1000, 2000, 4000, 60000])
  assert.equal(retryDelay(0, '7'), 7000)
  assert.equal(retryDelay(0, 'Sat, 21 Nov 2026 20:00:00 GMT'), 1000)
})

test('An unsaved value is kept per agency and figure, and restored only where it differs', () => {
  assert.equal(draftKey('da-nang/2025/p-hai-chau', 'f1'), 'dx:da-nang/2025/p-hai-chau:f1')
  assert.deepEqual(readDraft('{"value":"98,06","version":"3"}', '97'), { value: '98,06', version: '3' })
  assert.equal(readDraft('{"value":"97","version":"3"}', '97'), null)
  assert.equal(readDraft('broken', '97'), null)
  assert.equal(readDraft(null, '97'), null)
})

test('Each answer of the server means one thing', () => {
  assert.equal(readAnswer(200, { value: '1', version: 2 }).kind, 'saved')
  assert.equal(readAnswer(401).kind, 'signedOut')
  assert.equal(readAnswer(400, { title: 'Bad Request', status: 400 }).kind, 'signedOut')
  assert.deepEqual(readAnswer(412, { yours: '1', theirs: '2', theirsBy: 'An', version: 5 }), { kind: 'conflict', yours: '1', theirs: '2', theirsBy: 'An', version: 5 })
  assert.deepEqual(readAnswer(422, { detail: 'Viết 98,06.' }), { kind: 'refused', message: 'Viết 98,06.' })
  assert.equal(readAnswer(400, { errors: { value: ['Một', 'Hai'] } }).message, 'Một Hai')
  assert.equal(readAnswer(409, { title: 'Đã nộp' }).message, 'Đã nộp')
  assert.equal(readAnswer(503, null, '5').kind, 'later')
  assert.equal(readAnswer(429, null, '5').retryAfter, '5')
})

test('The way back from the sign-in leads to the field', () => {
  assert.equal(
    signInAddress('/da-nang/vi/accounts/sign-in', { pathname: '/da-nang/vi/a', search: '?x=1' }, 'Figures_f1_'),
    '/da-nang/vi/accounts/sign-in?returnUrl=%2Fda-nang%2Fvi%2Fa%3Fx%3D1%23Figures_f1_')
  assert.equal(fill('Đã lưu {0}', '14:03'), 'Đã lưu 14:03')
})

test('A save that arrived though its answer was lost is no conflict', () => {
  assert.ok(isOwnEcho({ kind: 'conflict', theirs: '98,06' }, ' 98,06'))
  assert.ok(!isOwnEcho({ kind: 'conflict', theirs: '98,07' }, '98,06'))
})
