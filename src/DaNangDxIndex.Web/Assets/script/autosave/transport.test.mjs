import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { ask, put, putAtParting } from './transport.mjs'

const given = { fetch: globalThis.fetch, document: globalThis.document }
let sent

beforeEach(() => {
  sent = []
  globalThis.document = { documentElement: { lang: 'en' } }
})

afterEach(() => Object.assign(globalThis, given))

/** A server that answers so to everything, and keeps what it was sent. */
function server(answer) {
  globalThis.fetch = async (url, request) => {
    sent.push({ url, ...request, content: JSON.parse(request.body) })
    return answer()
  }
}

const json = (status, body, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } })

test('A field goes out with the version that was seen, the token and the language of the page', async () => {
  server(() => json(200, { value: '98,06', version: 4 }))
  await put('/figures/a', { value: '98,06', version: '3' }, 'token')
  const [request] = sent
  assert.deepEqual([request.url, request.method, request.content], ['/figures/a', 'PATCH', { value: '98,06' }])
  assert.equal(request.headers['If-Match'], '"3"')
  assert.equal(request.headers.RequestVerificationToken, 'token')
  assert.equal(request.headers['Content-Language'], 'en')
  assert.equal(request.credentials, 'same-origin')
  assert.ok(request.signal instanceof AbortSignal, 'a server that hangs is not waited for without end')
})

test('What the server says is read as one kind of thing', async () => {
  const kinds = []
  for (const answer of [
    () => json(200, { value: '1', version: 1 }),
    () => json(412, { theirs: '2', version: 2 }),
    () => json(422, { detail: 'Too large.' }, { 'Content-Type': 'application/problem+json' }),
    () => new Response('', { status: 401 }),
    () => new Response('', { status: 400 }),
    () => json(503, {}, { 'Retry-After': '7' }),
  ]) {
    server(answer)
    kinds.push(await put('/figures/a', { value: '1', version: '0' }, ''))
  }
  assert.deepEqual(kinds.map(answer => answer.kind), ['saved', 'conflict', 'refused', 'signedOut', 'signedOut', 'later'])
  assert.equal(kinds[2].message, 'Too large.')
  assert.equal(kinds[5].retryAfter, '7')
})

test('A page in the place of an answer is nothing that was saved', async () => {
  server(() => new Response('<p>Sign in to the network</p>', { status: 200, headers: { 'Content-Type': 'text/html' } }))
  assert.deepEqual(await put('/figures/a', { value: '1', version: '0' }, ''), { kind: 'later' })
})

test('An answer that does not come, breaks off or is no JSON is lost, and may have been saved', async () => {
  for (const answer of [
    () => { throw new TypeError('Failed to fetch') },
    () => { throw new DOMException('', 'TimeoutError') },
    () => new Response('{"value":', { status: 200, headers: { 'Content-Type': 'application/json' } }),
  ]) {
    server(answer)
    assert.deepEqual(await put('/figures/a', { value: '1', version: '0' }, ''), { kind: 'lost' })
  }
})

test('The last word of a page outlives it, and what becomes of it disturbs nobody', async () => {
  const disturbed = []
  const listen = reason => disturbed.push(reason)
  process.on('unhandledRejection', listen)
  server(() => { throw new TypeError('Failed to fetch') })
  assert.equal(putAtParting('/figures/a', { value: '2', version: '5' }, 'token'), undefined)
  await new Promise(resolve => setTimeout(resolve))
  process.off('unhandledRejection', listen)
  const [request] = sent
  assert.deepEqual([request.method, request.keepalive, request.content], ['PATCH', true, { value: '2' }])
  assert.equal(request.headers['If-Match'], '"5"')
  assert.deepEqual(disturbed, [])
})

test('What is only asked for is posted, and no answer is null', async () => {
  server(() => json(200, { points: '5' }))
  assert.deepEqual(await ask('/points', { value: '1' }, 'token'), { points: '5' })
  assert.deepEqual([sent[0].method, sent[0].content], ['POST', { value: '1' }])
  for (const answer of [() => json(503, {}), () => json(404, {}), () => { throw new TypeError('Failed to fetch') }]) {
    server(answer)
    assert.equal(await ask('/points', {}, ''), null)
  }
})
