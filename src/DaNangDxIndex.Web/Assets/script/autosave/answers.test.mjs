import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill, isOwnEcho, readAnswer, retryDelay, signInAddress } from './answers.mjs'

test('Tries come at 1, 2, 4 seconds and never more than a minute apart, unless the server names a time', () => {
  assert.deepEqual([0, 1, 2, 10].map(attempt => retryDelay(attempt)), [1000, 2000, 4000, 60000])
  assert.equal(retryDelay(0, '7'), 7000)
  assert.equal(retryDelay(0, 'Sat, 21 Nov 2026 20:00:00 GMT'), 1000)
})

test('Each answer of the server means one thing', () => {
  assert.equal(readAnswer(200, { value: '1', version: 2 }).kind, 'saved')
  assert.equal(readAnswer(401).kind, 'signedOut')
  assert.equal(readAnswer(400, { title: 'Bad Request', status: 400 }).kind, 'signedOut')
  const both = { yours: '1', theirs: '2', version: 5 }
  assert.deepEqual(readAnswer(412, { ...both, detail: 'An đã lưu 2.' }), { kind: 'conflict', message: 'An đã lưu 2.', ...both })
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
  assert.ok(isOwnEcho({ kind: 'conflict', theirs: '1.297' }, '1 297'))
  assert.ok(!isOwnEcho({ kind: 'conflict', theirs: '1.297' }, '1,297'))
  assert.ok(isOwnEcho({ kind: 'conflict', theirs: '1,297' }, '1297', 'en'))
})
