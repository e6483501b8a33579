#!/usr/bin/env python3
"""Saves 1, 2, 3 ... in six figures of the demo through the web, as its page's script does, and says what was acknowledged.

A save whose answer did not come is sent again with the same value and version: it is taken once. On SIGTERM it ends and writes, for each
figure, the last value that was acknowledged, the longest time between two acknowledged saves, and what was told instead of 200.
usage: save-figures.py http://127.0.0.1:5230 OUTPUT COUNT,COUNT,..."""
import http.client, json, signal, sys, threading, time

from demo_people import People, token_of

people, output = People(sys.argv[1]), sys.argv[2]
agency = '/da-nang/api/v1/editions/2025/agencies/w25-hai-chau'
page = '/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services'
enough = threading.Event()
saved, when, told = {}, [], {}
signal.signal(signal.SIGTERM, lambda *_: enough.set())


def write(figure, headers):
    saved[figure] = 0
    while not enough.is_set():
        try:
            status, body, _ = people.ask('PATCH', f'{agency}/figures/{figure}', headers | {'If-Match': f'"{saved[figure]}"'},
                                         json.dumps({'value': str(saved[figure] + 1)}), patience=10)
            text = body.decode(errors='replace')
        except (OSError, http.client.HTTPException):
            status, text = 0, ''
        if status == 200:
            saved[figure] += 1
            when.append(time.monotonic())
        else:
            told.setdefault(str(status), [0, text])[0] += 1
        if status in (0, 500, 502, 503, 504):
            time.sleep(0.1)
        elif status != 200:
            enough.set()
            saved[figure] = f'{status} after {saved[figure]}: {text[:300]}'


cookie = people.sign_in('assessor')
listed = json.loads(people.text(f'{agency}/figures', cookie)[1])
free = [figure['code'] for figure in listed if figure['source'] == 'agency' and figure['version'] == 0
        and figure['code'] in sys.argv[3].split(',')]
sent = {'Cookie': cookie, 'Content-Type': 'application/json', 'RequestVerificationToken': token_of(people.text(page, cookie)[1])}
threads = [threading.Thread(target=write, args=(figure, sent)) for figure in free[:6]]
for thread in threads:
    thread.start()
while not enough.wait(0.5):
    print(len(when), flush=True)
for thread in threads:
    thread.join()
gaps = [later - sooner for sooner, later in zip(when, when[1:])]
with open(output, 'w', encoding='utf-8') as file:
    json.dump({'saved': saved, 'acknowledged': len(when), 'longestPause': round(max(gaps, default=0), 1), 'told': told}, file)
