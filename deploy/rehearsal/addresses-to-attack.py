#!/usr/bin/env python3
"""Which addresses deploy/rehearse-attack goes to, as whom; and what wapiti told of them. ONLY: those alone that this pattern is found in.

usage: addresses-to-attack.py sql|paths|pages ADDRESS FOLDER LIST [ROLE...] | told REPORT ROLE URLS"""
import collections, json, os, re, sys

from demo_people import People
from doors import NAMES, VALUES, WITH_SLUG, address, free_parts, table


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
