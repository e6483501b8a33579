#!/usr/bin/env python3
"""Which addresses deploy/rehearse-attack goes to, as whom; and what wapiti told of them. ONLY: those alone that this pattern is found in.

usage: addresses-to-attack.py sql|paths|pages ADDRESS FOLDER LIST [ROLE...] | told REPORT ROLE URLS"""
import collections, json, os, re, sys

from demo_people import People

NAMES = {'Nobody': None, 'Assessor': 'assessor', 'Approver': 'approver', 'Appraiser': 'appraiser', 'LeadAppraiser': 'leadAppraiser',
         'Office': 'office', 'Signatory': 'signatory', 'AgencyAdministrator': 'agencyAdministrator', 'Administrator': 'administrator',
         'Auditor': 'auditor'}
PARTS = {'group': 'wards', 'component': 'online-services', 'figure': 'files-received', 'criterion': '1.1', 'status': '404',
         'documentName': 'v1', 'file': 'points.csv', 'code': 'q-hoa-vang', 'slug': 'da-nang', 'number': '1'}
VALUES = {'q': 'hoa', 'tier': '1', 'sort': 'agency', 'dir': 'desc', 'group': 'wards', 'from': '01/01/2025', 'to': '31/12/2026',
          'year': '2024',
          'lang': 'vi', 'format': 'csv', 'separator': 'comma', 'kind': 'Decision', 'criterion': '1.1', 'figure': 'files-received',
          'agency': 'w25-hai-chau', 'by': 'criterion', 'who': 'office', 'act': 'figure', 'role': 'office', 'state': 'open', 'saved': 'true'}
# The agency of the demo's assessor, and one on the bench of its appraisers, who are kept from their own.
OWN, ANOTHER = 'w25-hai-chau', 'w25-an-thang'
# The tenant is found before anything else: a page and an answer of the API have to do for it.
WITH_SLUG = ('/editions/{year:int}', '/api/v1/editions', '/work')
HOSTS_OUTSIDE = ('/health', '/openapi', '/api/', '/verify', '/problems', '/design', '/assets')


def table(folder):
    """Who is let in where: by address, method and handler the roles with yes, each with the agency that it is let in at, its own first."""
    roles, let_in = [], {}
    for line in open(f'{folder}/roles-by-endpoint.txt', encoding='utf-8'):
        if line.startswith('#'):
            continue
        words = line.split()
        if words[0] == 'Nobody':
            roles = words
            continue
        marks, rest = words[:len(roles)], ' '.join(words[len(roles):])
        at = ANOTHER if '(another)' in rest else OWN
        there = let_in.setdefault(re.sub(r' \((own|another)\)', '', rest), {})
        for role, mark in zip(roles, marks):
            if mark in ('yes', '-') and there.get(role) != OWN:
                there[role] = at
    return let_in


def address(pattern, open_to_all, agency, mark=None):
    """With a star, where sqlmap is to put what it tries, behind the part that is named `mark`; "slug" is the tenant's."""
    def fill(part):
        return value(part) + ('*' if part.group(1) == mark else '')

    def value(part):
        name = part.group(1)
        if name == 'year':
            return '2024' if open_to_all or 'data' in pattern else '2025'
        if name == 'agency':
            return agency
        if ':guid' in part.group(0):
            return '00000000-0000-0000-0000-000000000000'
        return PARTS.get(name, '1')
    path = re.sub(r'\{\*{0,2}(\w+)[^}]*\}', fill, pattern)
    slug = '/da-nang*' if mark == 'slug' else '/da-nang'
    before = slug if pattern.startswith('/api/v1') else '' if pattern.startswith(HOSTS_OUTSIDE) else f'{slug}/vi'
    return before + path


def free_parts(pattern):
    """Those that are any text: numbers, days and ids are read as such before the program looks at them."""
    return re.findall(r'\{\*{0,2}(\w+)\??\}', pattern)


def told(report, role, urls):
    found = json.load(open(report))
    faults = 0
    for kind in ('vulnerabilities', 'anomalies'):
        for name, cases in found[kind].items():
            for case in cases:
                faults += kind == 'vulnerabilities'
                print(f'  {kind}: {name}: {case["method"]} {case["path"]} {case["parameter"]}: {case["info"]}'[:300])
    print(f'{role}: {sum(1 for _ in open(urls))} addresses given, {faults} vulnerabilities, '
          f'{sum(map(len, found["anomalies"].values()))} anomalies')
    return faults


if sys.argv[1] == 'told':
    sys.exit(1 if told(*sys.argv[2:5]) else 0)
part, base, folder, output, wanted = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:]
if unknown := set(wanted) - set(NAMES):
    sys.exit(f'no role {", ".join(sorted(unknown))}: there are {", ".join(NAMES)}')
people, cookies, let_in, lines = People(base), {}, table(folder), []


def cookie_of(role):
    if role not in cookies:
        cookies[role] = people.sign_in(NAMES[role]) if NAMES[role] else 'nobody=1'
    return cookies[role]


queries = {}
for line in open(f'{folder}/queries-by-address.txt', encoding='utf-8'):
    place, names = line.rstrip('\n').split('  ')
    queries[place] = names.split()
for place, agencies in sorted(let_in.items()):
    pattern, method, *handler = place.split(' ')
    if method != 'GET' or not agencies or re.search('sign-out|\\{file\\}|catalog|/assets', pattern):
        continue
    names = queries.get(place, [])
    if not re.search(os.environ.get('ONLY', ''), place) or part == 'sql' and not names:
        continue
    query = '&'.join([*([f'handler={handler[0]}'] if handler else []), *(f'{name}={VALUES.get(name.lower(), "1")}' for name in names)])
    # The same address sends much the same to the database, whoever asks: for sql one of them has to do, unless some are named.
    roles = [role for role in agencies if role in wanted] if wanted else list(agencies)[:1] if part != 'pages' else agencies
    if part == 'paths':
        for role in roles[:1]:
            for mark in free_parts(pattern) + ['slug'] * (pattern in WITH_SLUG):
                whole = base + address(pattern, 'Nobody' in agencies, agencies[role], mark)
                lines.append((role, cookie_of(role), whole + (f'?handler={handler[0]}' if handler else '')))
        continue
    for role in roles:
        whole = base + address(pattern, 'Nobody' in agencies, agencies[role]) + (f'?{query}' if query else '')
        lines.append((role, cookie_of(role), whole))
if part == 'sql':
    # What people type and choose from first, should the time not suffice for all.
    typed = {'q', 'who', 'act', 'agency', 'from', 'to', 'before', 'find', 'role', 'state', 'parent', 'tier', 'sort', 'group', 'criterion'}
    lines.sort(key=lambda line: -sum(name in typed for name in re.findall(r'[?&](\w+)=', line[2])))
if part == 'paths':
    # Each name of a part first, then each in another place, should the time not suffice for all.
    seen = collections.Counter()
    def turn(line):
        value = re.search(r'/([^/]*)\*', line[2]).group(1)
        seen[value] += 1
        return seen[value]
    lines = [line for _, line in sorted([(turn(line), line) for line in lines], key=lambda pair: pair[0])]
with open(output, 'w', encoding='utf-8') as file:
    file.writelines('\t'.join(line) + '\n' for line in lines)
