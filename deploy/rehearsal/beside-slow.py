#!/usr/bin/env python3
"""One who reads public pages, one who reads at work and one who saves, for so many seconds: how many were answered, how quickly.

usage: beside-slow.py ADDRESS SECONDS"""
import http.client, json, sys, threading, time

from demo_people import People, token_of

people, seconds = People(sys.argv[1]), float(sys.argv[2])
PUBLIC = ['/da-nang/vi/', '/da-nang/vi/editions/2024?group=wards', '/da-nang/en/', '/khanh-hoa/vi/']
DESK = '/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/figures'
FIGURE, PAGE = 'files-received', '/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services'
office, assessor = ({'Cookie': people.sign_in(who)} for who in ('office', 'assessor'))
times, refused = {'public pages': [], 'pages of the office': [], 'saves': []}, []
ending = time.monotonic() + seconds


def ask(kind, method, path, headers, body=None):
    begun = time.monotonic()
    try:
        status, answer, _ = people.ask(method, path, headers, body, patience=30)
    except (OSError, http.client.HTTPException) as failed:
        status, answer = type(failed).__name__, b''
    times[kind].append(time.monotonic() - begun)
    if status != 200:
        refused.append(f'{status} {method} {path}')
    time.sleep(0.1)
    return status


def read():
    while time.monotonic() < ending:
        for path in PUBLIC:
            ask('public pages', 'GET', path, {})


def work():
    while time.monotonic() < ending:
        ask('pages of the office', 'GET', '/da-nang/vi/editions/2025/progress', office)


def save():
    sent = assessor | {'Content-Type': 'application/json', 'RequestVerificationToken': token_of(people.text(PAGE, assessor['Cookie'])[1])}
    version = next(one['version'] for one in json.loads(people.text(DESK, assessor['Cookie'])[1]) if one['code'] == FIGURE)
    value = 1
    while time.monotonic() < ending:
        value = value % 900 + 1
        status = ask('saves', 'PATCH', f'{DESK}/{FIGURE}', sent | {'If-Match': f'"{version}"'}, json.dumps({'value': str(value)}))
        version += status == 200


threads = [threading.Thread(target=one) for one in (read, work, save)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for kind, taken in times.items():
    taken.sort()
    if taken:
        print(f'        {kind}: {len(taken)}, half within {taken[len(taken) // 2] * 1000:.0f} ms, '
              f'99 of 100 within {taken[len(taken) * 99 // 100] * 1000:.0f} ms, all within {taken[-1] * 1000:.0f} ms')
for one in sorted(set(refused)):
    print(f'        refused: {refused.count(one)} x {one}')
sys.exit(1 if refused or not all(times.values()) else 0)
