"""People of the demo over plain HTTP, for the rehearsals: who they are, how they sign in, what their forms carry."""
import html, http.client, re, time, urllib.parse

PASSWORD = 'Con sông Hàn chảy qua phố'
FORM = {'Content-Type': 'application/x-www-form-urlencoded'}


class People:
    def __init__(self, address):
        self.address = urllib.parse.urlparse(address)

    def ask(self, method, path, headers=(), body=None, patience=60):
        """Status, text and cookies; OSError or HTTPException where nobody answers."""
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=patience)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            cookies = [value.split(';')[0] for name, value in answer.getheaders() if name.lower() == 'set-cookie']
            return answer.status, answer.read(), cookies
        finally:
            connection.close()

    def raw(self, method, path, headers, body):
        """Status, text and where it leads."""
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors='replace'), answer.getheader('Location')
        finally:
            connection.close()

    def text(self, path, cookie=''):
        status, body, _ = self.ask('GET', path, {'Cookie': cookie} if cookie else {})
        return status, body.decode(errors='replace')

    def try_sign_in(self, who, tenant='da-nang'):
        """Status, the text of the answer, and the cookies of whoever got in."""
        path = f'/{tenant}/vi/accounts/sign-in'
        _, page, cookies = self.ask('GET', path)
        form = urllib.parse.urlencode({'UserName': f'{who}@{tenant}.demo', 'Password': PASSWORD,
                                       '__RequestVerificationToken': token_of(page.decode())})
        status, answer, more = self.ask('POST', path, FORM | {'Cookie': '; '.join(cookies)}, form)
        return status, answer.decode(errors='replace'), '; '.join(cookies + more)

    def sign_in(self, who, tenant='da-nang'):
        for _ in range(5):
            status, _, cookie = self.try_sign_in(who, tenant)
            if status == 302:
                return cookie
            time.sleep(1)
        raise SystemExit(f'the sign-in of {who} answered {status}')


def token_of(text):
    return re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', text).group(1)


def fields_of(text, form):
    """What the form whose tag matches would send as it stands: hidden and text fields."""
    begin = re.search(form, text).start()
    part = text[begin:text.index('</form>', begin)]
    fields = {}
    for tag in re.findall(r'<input\b[^>]*>', part):
        given = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if given.get('type', 'text') in ('hidden', 'text') and 'name' in given:
            fields[given['name']] = given.get('value', '')
    return fields


def words_of(text):
    """A page as it is read, without what only browsers read."""
    main = re.search(r'<main.*?</main>', text, re.S)
    return ' '.join(html.unescape(re.sub(r'<[^>]+>', ' ', main.group(0) if main else text)).split())
