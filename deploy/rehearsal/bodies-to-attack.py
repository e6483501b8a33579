#!/usr/bin/env python3
"""What deploy/rehearse-attack puts into forms and bodies: a line for each address that changes something, and the request that sqlmap
begins with, as somebody who has just signed in and got the token of a form. A form is sent as the page shows it, with all else that is
listed. ONLY: those alone that this pattern is found in.

usage: bodies-to-attack.py prepare ADDRESS YEAR | list FOLDER [ROLE...] | attack ADDRESS IDS LINE
       | write ADDRESS IDS LINE FILE"""
import json, os, re, sys, urllib.parse, uuid

from demo_people import FORM, People, token_of
from doors import NAMES, VALUES, address, free_parts, table
from one_request import Request
from sent_forms import forms_of

# Which edition is at the stage that wants it: published, in preparation, and the running one for all else.
YEARS = ((r'/(correction|reviews|withdraw|documents|targets)\b', '2024'), (r'/amend', '2025'),
         (r'/(office|criteria/\{group\}|preparation)\b', '2026'), (r'/past-results', '2023'))
TYPED = VALUES | {'value': '12', 'reason': 'Theo báo cáo quý IV', 'note': 'Theo báo cáo quý IV', 'sentence': 'Theo báo cáo quý IV',
                  'question': 'Số liệu này lấy từ đâu?', 'answer': 'Từ hệ thống một cửa',
                  'text': 'Theo báo cáo',
                  'title': 'Báo cáo năm', 'number': '12/BC', 'date': '31/12/2026', 'issuer': 'UBND', 'username': 'somebody',
                  'fullname': 'Nguyễn Văn Ánh', 'mail': 'a@example.vn', 'decide': 'accept', 'day': '31/12/2026', 'points': '1',
                  'lastday': '31/12/2026', 'component': 'online-services', 'name': 'Tên mới'}
# What ends a text or a name in SQL, or begins something else: where it became part of a command, the database cannot read that.
SIGNS = ("'", '"', '\\', "')) --")
TABLE = 'Đơn vị,Chỉ số,Giá trị\nw25-hai-chau,files-received,12\n'
# Of fields that differ by what stands between their brackets so many; they are read by the same lines.
OF_A_FAMILY = 2


def lines(folder, wanted):
    """Role, address, agency, and what is sent: the ends of things last."""
    listed, let_in = [], table(folder)
    for line in open(f'{folder}/bodies-by-address.txt', encoding='utf-8'):
        place, *told = line.rstrip('\n').split('  ')
        agencies = let_in[place]
        # An administrator of an agency comes to its own people alone.
        any_one = sorted(agencies, key=lambda role: role == 'AgencyAdministrator')[:1]
        roles = [role for role in agencies if role in wanted] if wanted else any_one
        if told != ['nothing'] and re.search(os.environ.get('ONLY', ''), place):
            listed += [(role, place, agencies[role], '  '.join(told)) for role in roles]
    # One of each folder first, should the time not suffice for all.
    ends, seen = re.compile('submit|publish|withdraw|open|close|remove|acts/|password|sessions|move|stage|hand-over', re.I), {}
    def turn(line):
        folder = tuple(line[1].removeprefix('/api/v1').split('/')[:4])
        seen[folder] = seen.get(folder, 0) + 1
        return bool(ends.search(line[1])), seen[folder]
    return [line for _, line in sorted([(turn(line), line) for line in listed], key=lambda pair: pair[0])]


def typed(name, value):
    return TYPED.get(re.sub(r'\[.*?\]', '', name).split('.')[-1].lower(), value) if value in ('text', '1') else value


def filled(body, name=''):
    if isinstance(body, dict):
        return {key: filled(value, key) for key, value in body.items()}
    if isinstance(body, list):
        return [filled(value, name) for value in body]
    return typed(name, body) if isinstance(body, str) else body


def fields(told, shown):
    """The form as it is shown, without its token, and what is listed besides."""
    sent, families = {}, {}
    for name, value in [*shown.items(), *(pair.split('=', 1) for pair in told.split('&') if pair)]:
        family = name.split('[')[0].lower()
        families[family] = families.get(family, 0) + 1
        if name not in sent and name != '__RequestVerificationToken' and families[family] <= OF_A_FAMILY:
            sent[name] = value or typed(name, 'text')
    return {name: typed(name, value) for name, value in sent.items()}


def prepare(base, year):
    """An edition that nobody works in yet, for the forms of the office."""
    people = People(base)
    cookie, path = people.sign_in(NAMES['Office']), '/da-nang/vi/editions'
    page = people.text(path, cookie)[1]
    form = urllib.parse.urlencode(forms_of(page, path, '') | {'year': year, '__RequestVerificationToken': token_of(page)})
    status = people.ask('POST', path, FORM | {'Cookie': cookie}, form)[0]
    if status != 302:
        sys.exit(f'the edition {year} was not begun: {status}')


def request_of(people, ids, line):
    role, place, agency, told = line.split('\t')
    pattern, method, *handler = place.split(' ')
    known = dict(pair.split('=', 1) for pair in open(ids, encoding='utf-8').read().split())
    known['year'] = next((year for of, year in YEARS if re.search(of, pattern)), '2025')
    told = dict(part.split(' ', 1) for part in told.split('  '))
    cookie = people.sign_in(NAMES[role]) if NAMES[role] else '; '.join(people.ask('GET', '/da-nang/vi/accounts/sign-in')[2])
    page = people.text('/da-nang/vi/accounts/' + ('password' if NAMES[role] else 'sign-in'), cookie)[1]
    headers = {'Host': people.address.netloc, 'Cookie': cookie, 'RequestVerificationToken': token_of(page), 'If-Match': '"0"',
               'Idempotency-Key': str(uuid.uuid4())}
    query = [('handler', handler[0])] if handler else []
    query += [(name, typed(name, value)) for name, value in urllib.parse.parse_qsl(told.get('query', ''))]
    parts = {name: address(f'{{{name}}}', False, agency, values=known).split('/')[-1] for name in free_parts(pattern)}
    at = lambda other: address(pattern, role == 'Nobody', agency, values=known | other)
    if 'json' in told:
        body = filled(json.loads(told['json']))
    elif 'file' in told:
        body, headers['Content-Type'] = TABLE, told['file']
    else:
        status, shown = people.text(at({}), cookie)
        body = fields(told.get('form', ''), forms_of(shown if status == 200 else '', at({}), handler[0] if handler else ''))
    return Request(method, at, parts, query, headers, body, 'json' in told)


def attack(base, ids, line):
    """As it is, then with each sign in each place. Told: the first answer, places, answers, and how many of them failures."""
    people = People(base)
    request = request_of(people, ids, line)
    first = people.ask(request.method, *request.sent())[0]
    places = request.places()
    answers = [people.ask(request.method, *request.sent(place, sign))[0] for place in places for sign in SIGNS]
    print(first, len(places), len(answers), sum(status >= 500 for status in [first, *answers]))


def write(base, ids, line, file):
    """As sqlmap begins with it. Told: how many parameters it has."""
    request = request_of(People(base), ids, line)
    with open(file, 'wb') as written:
        written.write(request.raw())
    print(request.parameters())


if sys.argv[1] == 'prepare':
    prepare(*sys.argv[2:4])
elif sys.argv[1] == 'list':
    for line in lines(sys.argv[2], sys.argv[3:]):
        print('\t'.join(line))
else:
    {'attack': attack, 'write': write}[sys.argv[1]](*sys.argv[2:])
