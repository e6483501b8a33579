import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, placeAfter, stepOf } from './keys.mjs'

test('Enter goes on and Shift with it back; the arrows do the same where the field has no use for them', () => {
  assert.equal(stepOf({ key: 'Enter' }, 'text'), 1)
  assert.equal(stepOf({ key: 'Enter', shiftKey: true }, 'text'), -1)
  assert.equal(stepOf({ key: 'ArrowDown' }, 'text'), 1)
  assert.equal(stepOf({ key: 'ArrowUp' }, 'text'), -1)
  assert.equal(stepOf({ key: 'ArrowDown' }, 'choice'), null, 'a list and radios choose with them')
  assert.equal(stepOf({ key: 'Enter' }, 'choice'), 1)
  assert.equal(stepOf({ key: 'Enter' }, 'textarea'), null, 'a sentence has lines')
  assert.equal(stepOf({ key: 'Enter', ctrlKey: true }, 'text'), null, 'that opens what stands beside')
  assert.equal(stepOf({ key: 'Tab' }, 'text'), null, 'the browser knows the way')
})

test('At the top one stays; at the end the way leads on to the buttons', () => {
  assert.equal(placeAfter(0, -1, 10), 0)
  assert.equal(placeAfter(3, 1, 10), 4)
  assert.equal(placeAfter(9, 1, 10), null)
})

test('A field takes keys by what it is', () => {
  assert.equal(kindOf({ tagName: 'INPUT', type: 'text' }), 'text')
  assert.equal(kindOf({ tagName: 'INPUT', type: 'radio' }), 'choice')
  assert.equal(kindOf({ tagName: 'SELECT' }), 'choice')
  assert.equal(kindOf({ tagName: 'TEXTAREA' }), 'textarea')
})
