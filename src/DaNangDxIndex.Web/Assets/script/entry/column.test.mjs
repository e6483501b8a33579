import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnOf, placesOf } from './column.mjs'

test('One value is no column: the field takes it as it always did', () => {
  assert.equal(columnOf('1.297'), null)
  assert.equal(columnOf('1.297\r\n'), null, 'a single cell is copied with the end of its line')
})

test('A column is cut into cells, blank ones in its middle kept in their place', () => {
  assert.deepEqual(columnOf('1 297\r\n\r\n98,5 %\r\n'), { cells: ['1 297', '', '98,5 %'], hasMore: false })
  assert.deepEqual(columnOf('12\n"a ""b"""\n'), { cells: ['12', 'a "b"'], hasMore: false })
})

test('Of several columns the first is taken, and that is told', () => {
  assert.deepEqual(columnOf('1\t2\n3\t4'), { cells: ['1', '3'], hasMore: true })
  assert.deepEqual(columnOf('1\t2'), { cells: ['1'], hasMore: true })
})

test('Cells go to the fields from the focused one downward; what has no field is counted', () => {
  assert.deepEqual(
    placesOf(['1', '2', '3'], ['a', 'b', 'c'], 1),
    { pairs: [{ field: 'b', text: '1' }, { field: 'c', text: '2' }], over: 1 })
})
