import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { autosave } from './page.mjs'

const names = ['fetch', 'document', 'addEventListener', 'localStorage', 'location']
const given = names.map(name => [name, Object.getOwnPropertyDescriptor(globalThis, name)])
let requests
let page

// As much of a page as the saving form looks at.
function part(values = {}) {
  return Object.assign(new EventTarget(), {
    dataset: {},
    textContent: '',
    classList: { toggle() {} },
    isConnected: true,
    querySelector: () => null,
    querySelectorAll: () => [],
    append() {},
    after(element) { this.followedBy = element },
    remove() {},
  }, values)
}

function figure(code, { value, version = '3', saveUrl }) {
  const parts = { '[data-state]': part(), '[data-error]': part() }
  const around = part({ dataset: { figure: code }, querySelector: selector => parts[selector] ?? null })
  const field = part({ id: code, value, dataset: { version, ...(saveUrl && { saveUrl }) }, closest: () => around })
  return { around, field, state: parts['[data-state]'], type(text) { field.value = text; field.dispatchEvent(new Event('input')) } }
}

function form(figures, closed = []) {
  const texts = { textSaving: 'Saving', textSaved: 'Saved {0}', textUnsaved: 'Not saved', textLost: 'Lost', textFailed: 'Failed',
    textRestored: 'Restored', textKept: 'Kept: {0}', textDrop: 'Drop', textNotKept: 'Not kept', textConflict: 'Conflict' }
  const found = { '[data-saving]': part({ dataset: { draft: 'an/2025/hai-chau', ...texts } }),
    '[name=__RequestVerificationToken]': { value: 'token' } }
  return part({
    querySelector: selector => found[selector] ?? null,
    querySelectorAll: selector => selector === '[data-autosave]' ? figures.map(one => one.field)
      : selector.startsWith('.figure:not') ? closed.map(one => one.around) : [],
  })
}

/** Everything that waits for nothing but itself has happened. */
const settled = () => new Promise(resolve => setTimeout(resolve))

const saved = (value, version) => new Response(JSON.stringify({ value, version, savedAt: '10:00' }),
  { status: 200, headers: { 'Content-Type': 'application/json' } })

beforeEach(() => {
  requests = []
  page = { window: new EventTarget(), items: new Map() }
  const set = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  set('document', Object.assign(new EventTarget(), { hidden: false, documentElement: { lang: 'vi' }, querySelector: () => null,
    createElement: () => part() }))
  set('addEventListener', page.window.addEventListener.bind(page.window))
  set('location', { pathname: '/', search: '' })
  set('localStorage', { getItem: key => page.items.get(key) ?? null, setItem: (key, value) => page.items.set(key, value),
    removeItem: key => page.items.delete(key) })
  set('fetch', (url, request) => new Promise((answer, lose) => {
    requests.push({ url, version: request.headers['If-Match'], ...JSON.parse(request.body), answer, lose })
  }))
})

afterEach(() => {
  for (const [name, descriptor] of given) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor)
    else delete globalThis[name]
  }
})

test('A field with an address saves itself; one without goes with the form alone', async () => {
  const [one, other] = [figure('a', { value: '1', saveUrl: '/a' }), figure('b', { value: '2' })]
  autosave(form([one, other]))
  for (const each of [one, other]) {
    each.field.value = '5'
    each.field.dispatchEvent(new Event('change'))
  }
  await settled()
  assert.deepEqual(requests.map(({ url, value, version }) => ({ url, value, version })), [{ url: '/a', value: '5', version: '"3"' }])
  requests[0].answer(saved('5', 4))
  await settled()
  assert.equal(one.state.textContent, 'Saved 10:00')
  assert.equal(one.field.dataset.version, '4')
})

test('The fields of a page save one after another', async () => {
  const [one, other] = [figure('a', { value: '1', saveUrl: '/a' }), figure('b', { value: '2', saveUrl: '/b' })]
  autosave(form([one, other]))
  for (const each of [one, other]) {
    each.field.value = '5'
    each.field.dispatchEvent(new Event('change'))
  }
  await settled()
  assert.deepEqual(requests.map(request => request.url), ['/a'])
  requests[0].answer(saved('5', 4))
  await settled()
  assert.deepEqual(requests.map(request => request.url), ['/a', '/b'])
})

for (const [how, leave] of [
  ['is closed', () => page.window.dispatchEvent(new Event('pagehide'))],
  ['is put away', () => { document.hidden = true; document.dispatchEvent(new Event('visibilitychange')) }],
]) {
  test(`What is typed and not sent goes out when the page ${how}, once`, async () => {
    const [one, other] = [figure('a', { value: '1', saveUrl: '/a' }), figure('b', { value: '2', saveUrl: '/b' })]
    autosave(form([one, other]))
    one.type('5')
    leave()
    await settled()
    assert.deepEqual(requests.map(({ url, value }) => ({ url, value })), [{ url: '/a', value: '5' }])
  })
}

test('With the connection back, what was lost is sent again', async () => {
  const one = figure('a', { value: '1', saveUrl: '/a' })
  autosave(form([one]))
  one.field.value = '5'
  one.field.dispatchEvent(new Event('change'))
  await settled()
  requests[0].lose(new TypeError('Failed to fetch'))
  await settled()
  assert.equal(one.state.textContent, 'Lost')
  page.window.dispatchEvent(new Event('online'))
  await settled()
  assert.deepEqual(requests.map(request => request.value), ['5', '5'])
  requests[1].answer(saved('5', 4))
  await settled()
  assert.equal(one.state.textContent, 'Saved 10:00')
})

test('What an earlier visit left on this machine comes back and is saved on the version that was seen then', async () => {
  page.items.set('dx:an/2025/hai-chau:a', JSON.stringify({ value: '7', version: '2' }))
  const one = figure('a', { value: '1', saveUrl: '/a' })
  autosave(form([one]))
  await settled()
  assert.equal(one.field.value, '7')
  assert.deepEqual(requests.map(({ value, version }) => ({ value, version })), [{ value: '7', version: '"2"' }])
  requests[0].answer(saved('7', 3))
  await settled()
  assert.equal(page.items.size, 0)
})

test('Where nothing can be edited any more, what was kept is shown and not sent', async () => {
  page.items.set('dx:an/2025/hai-chau:a', JSON.stringify({ value: '7', version: '2' }))
  const one = figure('a', { value: '1' })
  autosave(form([], [one]))
  await settled()
  assert.equal(one.state.followedBy.textContent, 'Kept: 7 ')
  assert.deepEqual([requests.length, page.items.size], [0, 1])
})
