"""What a browser would send of a form of a page as it stands, for the rehearsals."""
import html.parser, urllib.parse


class Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.select, self.area = [], None, None

    def handle_starttag(self, tag, given):
        given = {name: value or '' for name, value in given}
        if tag == 'form':
            self.forms.append(([given.get('action', '')], {}))
        if not self.forms:
            return
        actions, fields = self.forms[-1]
        name, kind = given.get('name', ''), given.get('type', 'text')
        if tag == 'button' and 'formaction' in given:
            actions.append(given['formaction'])
        if tag == 'select':
            self.select = name
        elif tag == 'textarea':
            self.area = name
            fields.setdefault(name, '')
        elif tag == 'option' and self.select and (self.select not in fields or 'selected' in given):
            fields[self.select] = given.get('value', '')
        elif tag in ('input', 'button') and name and (kind not in ('radio', 'checkbox') or name not in fields or 'checked' in given):
            fields[name] = '@file' if kind == 'file' else given.get('value', 'on')

    def handle_endtag(self, tag):
        self.select = None if tag == 'select' else self.select
        self.area = None if tag == 'textarea' else self.area

    def handle_data(self, text):
        if self.area and self.forms:
            self.forms[-1][1][self.area] += text.strip('\n')


def forms_of(page, path, handler):
    """The fields of the form that leads to this handler of this page; none where the page shows no such form."""
    forms = Forms()
    forms.feed(page)
    for actions, fields in forms.forms:
        for action in actions:
            at = urllib.parse.urlparse(action)
            named = urllib.parse.parse_qs(at.query).get('handler', [''])[0]
            if at.path in ('', path) and named.lower() == handler.lower() and fields:
                return fields
    return {}
