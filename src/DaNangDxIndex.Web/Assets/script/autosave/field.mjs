// One field: listens, asks the record what to do, sends, and lets the page say how it went.
import { answerOf } from './answer-of.mjs'
import { isOwnEcho, retryDelay, signInAddress } from './answers.mjs'
import { showDoubts } from './doubts.mjs'
import { showPoints } from './points.mjs'
import { record } from './queue.mjs'
import { put, putAtParting } from './transport.mjs'
import { speaker } from './words.mjs'

const pauseAfterTyping = 800

export function saveField(element, context) {
  const { form, settings, queue, kept } = context
  const figure = element.closest('[data-figure]')
  const code = figure.dataset.figure
  const url = element.dataset.saveUrl
  const field = answerOf(element)
  const say = speaker(figure, settings)
  const state = record(field.value, element.dataset.version)
  let isKept = true
  let pause

  element.addEventListener('input', () => { clearTimeout(pause); keep(); pause = setTimeout(save, pauseAfterTyping) })
  element.addEventListener('change', save)
  restore()
  return { part, comeBack }

  function restore() {
    const draft = kept.read(code, field.value)
    if (!draft) return kept.drop(code)
    field.value = draft.value
    state.restore(draft.version)
    say.state('restored', 'unsaved')
    save()
  }

  /** Keeps what is typed until it is saved; the field no longer calls itself saved. */
  function keep() {
    if (!state.isUnsaved(field.value)) return kept.drop(code)
    isKept = kept.keep(code, { value: field.value, version: state.version, shown: field.shown })
    if (!state.isSignedOut) sayUnsaved('unsaved')
  }

  /** The other sentences promise that the entry is kept on this machine. */
  function sayUnsaved(kind) {
    say.state(isKept ? kind : 'notKept', 'unsaved')
  }

  /** A field that another one has taken the place of leaves its text to that one, which would else be told of a conflict with itself. */
  function save() {
    if (!element.isConnected) return
    clearTimeout(pause)
    keep()
    if (state.isSignedOut || !state.mayGo(field.value, say.showsError())) return
    const turn = state.ask()
    queue(async () => {
      if (element.isConnected && state.isLatest(turn)) await send()
    })
  }

  async function send() {
    const value = field.value
    state.begin(value)
    say.state('saving')
    const answer = await put(url, { value, version: state.version }, token())
    const hasNewer = field.value !== value
    if (isOwnEcho(answer, value, document.documentElement.lang)) return accept({ value, version: answer.version, savedAt: '' }, hasNewer)
    switch (answer.kind) {
      case 'saved': return accept(answer, hasNewer)
      case 'conflict': return conflict(answer, value)
      case 'refused': return refuse(answer, value)
      case 'signedOut': return signOut()
      default: return tryLater(answer)
    }
  }

  function accept(answer, hasNewer) {
    state.accept(answer.value ?? '', answer.version, hasNewer)
    remember()
    say.nothingWrong()
    if (!hasNewer) field.value = answer.value ?? ''
    say.state('saved', 'saved', answer.savedAt)
    keep()
    showPoints(form, answer)
    if (answer.doubts) showDoubts(form, answer.doubts, context, context.add)
  }

  function conflict(answer, mine) {
    state.wait()
    say.state('conflict', 'unsaved')
    say.conflict(answer, mine, keepMine, takeTheirs)
  }

  function refuse(answer, value) {
    state.refuse(value)
    say.error(answer.message)
    say.state('unsaved', 'unsaved')
  }

  function signOut() {
    state.signOut()
    sayUnsaved('signedOut')
    say.signIn(signInAddress(settings.dataset.signIn, location, field.id))
  }

  function tryLater(answer) {
    sayUnsaved(answer.kind === 'lost' ? 'lost' : 'failed')
    pause = setTimeout(save, retryDelay(state.fail(), answer.retryAfter))
  }

  function keepMine(theirVersion) {
    state.overrule(theirVersion)
    say.noConflict()
    field.focus()
    save()
  }

  function takeTheirs(theirs, theirVersion) {
    state.accept(theirs, theirVersion, false)
    remember()
    field.value = theirs
    kept.drop(code)
    say.nothingWrong()
    say.state('saved', 'saved', '')
    field.focus()
  }

  /** What was typed and has not gone out goes out now, whatever else waits. */
  function part() {
    if (!element.isConnected) return
    clearTimeout(pause)
    const last = state.parting(field.value)
    if (last && !say.hasConflict()) putAtParting(url, last, token())
  }

  /** Back at the page: perhaps signed in again, perhaps the connection is back; what went out at parting is told now. */
  function comeBack() {
    const isWaiting = state.isSignedOut || state.isTryingAgain || (state.isUnsaved(field.value) && !say.hasConflict())
    state.signIn()
    if (isWaiting) save()
  }

  function remember() {
    element.dataset.version = state.version
    const posted = figure.querySelector('[data-version-field]')
    if (posted) posted.value = state.version
  }

  function token() {
    return form.querySelector('[name=__RequestVerificationToken]')?.value ?? ''
  }
}
