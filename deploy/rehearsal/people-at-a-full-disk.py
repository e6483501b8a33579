#!/usr/bin/env python3
"""What others meet while the disk of the database is full: before, they sign in; then they read, send a form without script, and sign in.

usage: people-at-a-full-disk.py ADDRESS before STATE | ADDRESS during|away|after STATE
Exit code 1 where a page fails that only reads, or something is told in another way than by a sentence and 503."""
import json, re, sys, time, urllib.parse

from demo_people import FORM, People, fields_of, words_of

people, moment, state = People(sys.argv[1]), sys.argv[2], sys.argv[3]
desk = '/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services'
faults = []


def expect(what, status, allowed, text=''):
    print(f'  {status} {what}{": " + words_of(text)[:230] if status >= 400 else ""}')
    if status not in allowed or (status == 503 and 'tạm thời' not in text):
        faults.append(f'{what}: {status}')


if moment == 'before':
    cookies = {who: people.sign_in(who) for who in ('assessor', 'appraiser', 'office')}
    json.dump({'cookies': cookies, 'desk': people.text(desk, cookies['assessor'])[1]}, open(state, 'w'))
    sys.exit()
known = json.load(open(state))
cookies = known['cookies']
reading = [200] if moment != 'away' else [503]
# With what nobody has asked before, so that no kept answer is shown.
for page in ('/', '/editions/2024?group=wards&q=', '/editions/2023?q=', '/data?q=', '/editions/2024/methodology?q='):
    page = f'/da-nang/vi{page}{time.time_ns() if "?" in page else ""}'
    status, text = people.text(page)
    expect(page, status, [200, 503] if moment == 'away' and '?' not in page else reading, text)
for who, page in (('assessor', '/work'), ('assessor', desk[11:]), ('appraiser', '/work'), ('office', '/editions/2025/progress')):
    status, text = people.text(f'/da-nang/vi{page}', cookies[who])
    expect(f'{page} of {who}', status, reading, text)
fields = fields_of(known['desk'], r'<form[^>]*data-entry')
typed = re.search(r'data-figure="files-received".*?<input[^>]*name="([^"]+)"', known['desk'], re.S).group(1)
status, answer, _ = people.ask('POST', desk, FORM | {'Cookie': cookies['assessor']}, urllib.parse.urlencode(fields | {typed: '4711'}))
answer = answer.decode(errors='replace')
expect('a form sent without script', status, [503] if moment == 'away' else [503, 302, 200] if moment == 'during' else [302, 200], answer)
if status == 503 and ('4711' not in answer or '<form' not in answer):
    faults.append('the refused form does not carry what was typed')
try:
    status, answer, _ = people.try_sign_in('approver')
except AttributeError:
    status, answer = people.text('/da-nang/vi/accounts/sign-in')
expect('a sign-in', status, [503] if moment == 'away' else [503, 302] if moment == 'during' else [302], answer)
if moment == 'after':
    status, answer = people.text('/health/ready')
    expect('/health/ready', status, [200])
print(people.text('/health')[1].replace('\n', '\n    '))
for fault in faults:
    print(f'  FAULT {fault}')
sys.exit(1 if faults else 0)
