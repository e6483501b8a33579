"""A request that can be sent again with another text in one of its places, for the rehearsal of attacks."""
import copy, json, urllib.parse, uuid

CUT = 'aCutBetweenParts'


class Request:
    def __init__(self, method, at, parts, query, headers, body, is_json):
        """`at` makes the path of other values for its `parts`; `body` is JSON, the fields of a form, or the text of a file."""
        self.method, self.at, self.parts, self.query, self.headers, self.body = method, at, parts, query, headers, body
        self.is_json = is_json

    def places(self):
        """Every text that somebody may choose: parts of the path, what stands behind the question mark, headers, fields, members."""
        return [('part', name) for name in self.parts] + [('query', name) for name, _ in self.query if name != 'handler'] \
            + [('header', 'Idempotency-Key'), ('header', 'If-Match')] + [('body', way) for way in ways(self.body)]

    def parameters(self):
        return len(ways(self.body))

    def sent(self, place=('', ''), sign=''):
        """Path, headers and body, with the sign behind the text of this place."""
        kind, name = place
        part = {name: urllib.parse.quote(self.parts[name] + sign, safe='')} if kind == 'part' else {}
        query = urllib.parse.urlencode([(key, value + sign if (kind, key) == ('query', name) else value) for key, value in self.query])
        # What was sent before under the same key would be answered without being read.
        headers = self.headers | {'Idempotency-Key': str(uuid.uuid4())}
        headers |= {name: headers[name] + sign} if kind == 'header' else {}
        body, of_body = self.bytes(changed(self.body, name, sign) if kind == 'body' else self.body)
        return self.at(part) + (f'?{query}' if query else ''), headers | of_body, body

    def bytes(self, body):
        if self.is_json:
            return json.dumps(body, ensure_ascii=False).encode(), {'Content-Type': 'application/json'}
        if isinstance(body, str):
            return body.encode(), {}
        files = {name: value for name, value in body.items() if value.startswith('@file')}
        if not files:
            return urllib.parse.urlencode(body).encode(), {'Content-Type': 'application/x-www-form-urlencoded'}
        lines = ''.join(f'--{CUT}\r\nContent-Disposition: form-data; name="{name}"' + (
            f'; filename="a{value[5:]}.csv"\r\nContent-Type: text/csv\r\n\r\na,b\n1,2{value[5:]}\r\n' if name in files
            else f'\r\n\r\n{value}\r\n') for name, value in body.items())
        return f'{lines}--{CUT}--\r\n'.encode(), {'Content-Type': f'multipart/form-data; boundary={CUT}'}

    def raw(self):
        """As sqlmap reads it; in the text of a file a star says where."""
        path, headers, body = self.sent()
        head = ''.join(f'{name}: {value}\r\n' for name, value in headers.items() if name != 'Idempotency-Key')
        return f'{self.method} {path} HTTP/1.1\r\n{head}\r\n'.encode() + (
            body.rstrip() + b'*\n' if isinstance(self.body, str) else body)


def ways(body, way=()):
    if isinstance(body, (dict, list)):
        inner = body.items() if isinstance(body, dict) else enumerate(body)
        return [found for key, value in inner for found in ways(value, (*way, key))]
    return [way]


def changed(body, way, sign):
    """A number, too, becomes a text: what reads it has to refuse it."""
    if not way:
        return f'{"" if body is None else body}{sign}'
    other = copy.copy(body)
    other[way[0]] = changed(body[way[0]], way[1:], sign)
    return other
