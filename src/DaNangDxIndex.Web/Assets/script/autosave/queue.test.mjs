import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneAfterAnother, record } from './queue.mjs'

test('Saves go out one after another, also after one that failed', async () => {
  const queue = oneAfterAnother()
  const order = []
  queue(async () => { await new Promise(resolve => setTimeout(resolve, 5)); order.push(1); throw new Error('lost') })
  queue(async () => { order.push(2) })
  await new Promise(resolve => queue(resolve))
  assert.deepEqual(order, [1, 2])
})

test('Of several saves that wait, only the latest of a field goes out', () => {
  const field = record('1', '0')
  const first = field.ask()
  const second = field.ask()
  assert.ok(!field.isLatest(first))
  assert.ok(field.isLatest(second))
})

test('What is stored or was refused as it stands is not sent; a corrected error is', () => {
  const field = record('1', '0')
  assert.ok(!field.mayGo('1', false))
  assert.ok(field.mayGo('2', false))
  field.refuse('98.06')
  assert.ok(!field.mayGo('98.06', true))
  assert.ok(field.mayGo('1', true))
})

test('A page that closes sends what is typed and not under way', () => {
  const field = record('1', '4')
  assert.equal(field.parting('1'), null)
  assert.deepEqual(field.parting('2'), { value: '2', version: '4' })
  field.begin('2')
  assert.equal(field.parting('2'), null)
  assert.deepEqual(field.parting('23'), { value: '23', version: '5' })
  field.accept('2', 5, true)
  assert.deepEqual(field.parting('23'), { value: '23', version: '5' })
  field.accept('23', 6, false)
  assert.equal(field.parting('23'), null)
})

test('Signed out, nothing more is sent until a save is accepted or the person is back', () => {
  const field = record('1', '4')
  field.signOut()
  assert.equal(field.parting('2'), null)
  assert.ok(field.isSignedOut)
  field.signIn()
  assert.deepEqual(field.parting('2'), { value: '2', version: '4' })
})

test('Tries in vain are counted until one is answered', () => {
  const field = record('1', '0')
  assert.deepEqual([field.fail(), field.fail(), field.fail()], [0, 1, 2])
  assert.ok(field.isTryingAgain)
  field.accept('2', 1, false)
  assert.ok(!field.isTryingAgain)
  assert.equal(field.fail(), 0)
})
