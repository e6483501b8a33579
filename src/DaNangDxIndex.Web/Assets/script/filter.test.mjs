import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, matches } from './fold.mjs'
import { shows } from './filter.mjs'

test('Vietnamese is found without its marks, Đ too', () => {
  assert.equal(fold('  Đống  Đa '), 'dong da')
  assert.equal(fold('Hòa Vang'), fold('Hoà Vang'))
  assert.ok(matches('Sở Thông tin và Truyền thông', 'truyen so'))
  assert.ok(matches('Phường Hòa Thuận Tây', 'hoa thuận'))
  assert.ok(!matches('Quận Hải Châu', 'hai chau 2'))
  assert.ok(matches('Quận Hải Châu', ''))
})

test('A row is found by its code too', () => {
  const row = { name: 'Sở Y tế', code: 'so-yt', tier: '2' }
  assert.ok(shows(row, { q: 'so-yt', tier: '', parent: '' }))
  assert.ok(!shows(row, { q: 'so-tp', tier: '', parent: '' }))
})

test('A row shows when name, tier and district agree with what is asked', () => {
  const row = { name: 'Phường Hải Châu I', tier: '1', parent: 'Hải Châu' }
  assert.ok(shows(row, { q: 'hai', tier: '1', parent: 'Hải Châu' }))
  assert.ok(!shows(row, { q: 'hai', tier: '2', parent: '' }))
  assert.ok(!shows(row, { q: '', tier: '', parent: 'Sơn Trà' }))
})
