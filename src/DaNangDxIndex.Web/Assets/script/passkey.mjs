// A form that a passkey fills in: asks the server for a question, the device for the answer, and is sent with it.
export function passkey(form) {
  if (!window.PublicKeyCredential) return
  form.hidden = false
  document.querySelectorAll('[data-passkey-without]').forEach(said => said.hidden = true)
  form.addEventListener('submit', async event => {
    event.preventDefault()
    tell('')
    try {
      const asked = await fetch(form.dataset.question, {
        method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'fetch' },
      })
      if (asked.ok) await answer(await asked.json())
      // Signed out, or too often: the server says so to the form itself.
      form.submit()
    } catch {
      tell(form.dataset.fault)
    }
  })

  async function answer({ options, state }) {
    const given = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: read(options) })
      : await navigator.credentials.get({ publicKey: read(options) })
    form.elements.State.value = state
    form.elements.Answer.value = JSON.stringify(written(given))
  }

  function tell(fault) {
    const said = form.querySelector('[data-passkey-fault]')
    said.textContent = fault
    said.hidden = !fault
  }
}

// The server writes bytes as base64url, as the standard's own JSON does; browsers before 2025 do not read that themselves.
function read(options) {
  const known = list => list?.map(passkey => ({ ...passkey, id: bytes(passkey.id) }))
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: options.user && { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
    allowCredentials: known(options.allowCredentials),
  }
}

function written({ id, rawId, type, authenticatorAttachment, response }) {
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  return {
    id, type, authenticatorAttachment,
    rawId: text(rawId),
    clientExtensionResults: {},
    response: {
      ...Object.fromEntries(parts.filter(part => response[part]).map(part => [part, text(response[part])])),
      transports: response.getTransports?.(),
    },
  }
}

const bytes = given => Uint8Array.from(atob(given.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

const text = given => btoa(String.fromCharCode(...new Uint8Array(given)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
