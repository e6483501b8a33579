#!/usr/bin/env python3
"""Saves 1, 2, 3 ... in six figures of the demo through the web, as its page's script does, and says what was acknowledged.

A save whose answer did not come is sent again with the same value and version: it is taken once. On SIGTERM it ends and writes, for each
figure, the last value that was acknowledged, and the longest time between two acknowledged saves.
usage: save-figures.py http://127.0.0.1:5230 OUTPUT COUNT,COUNT,..."""
import http.client, json, re, signal, sys, threading, time, urllib.parse

address, output = urllib.parse.urlparse(sys.argv[1]), sys.argv[2]
agency = '/da-nang/api/v1/editions/2025/agencies/w25-hai-chau'
page = '/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services'
enough = threading.Event()
saved, when = {}, []
signal.signal(signal.SIGTERM, lambda *_: enough.set())


def ask(method, path, headers, body=None):
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=10)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        cookies = [value.split(';')[0] for name, value in answer.getheaders() if name.lower() == 'set-cookie']
        return answer.status, answer.read().decode(), cookies
    finally:
        connection.close()


def token_of(text):
    return re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', text).group(1)


def sign_in():
    path = '/da-nang/vi/accounts/sign-in'
    _, text, cookies = ask('GET', path, {})
    form = urllib.parse.urlencode({'UserName': 'assessor@da-nang.demo', 'Password': 'Con sông Hàn chảy qua phố',
                                   '__RequestVerificationToken': token_of(text)})
    status, text, more = ask('POST', path, {'Cookie': '; '.join(cookies), 'Content-Type': 'application/x-www-form-urlencoded'}, form)
    if status != 302:
        sys.exit(f'the sign-in answered {status}')
    return '; '.join(cookies + more)


def write(figure, headers):
    saved[figure] = 0
    while not enough.is_set():
        try:
            status, text, _ = ask('PATCH', f'{agency}/figures/{figure}', headers | {'If-Match': f'"{saved[figure]}"'},
                                  json.dumps({'value': str(saved[figure] + 1)}))
        except (OSError, http.client.HTTPException):
            status = 0
        if status == 200:
            saved[figure] += 1
            when.append(time.monotonic())
        elif status in (0, 500, 502, 503, 504):
            time.sleep(0.1)
        else:
            enough.set()
            saved[figure] = f'{status} after {saved[figure]}: {text[:300]}'


cookie = sign_in()
listed = json.loads(ask('GET', f'{agency}/figures', {'Cookie': cookie})[1])
free = [figure['code'] for figure in listed if figure['source'] == 'agency' and figure['version'] == 0
        and figure['code'] in sys.argv[3].split(',')]
sent = {'Cookie': cookie, 'Content-Type': 'application/json', 'RequestVerificationToken': token_of(ask('GET', page, {'Cookie': cookie})[1])}
threads = [threading.Thread(target=write, args=(figure, sent)) for figure in free[:6]]
for thread in threads:
    thread.start()
while not enough.wait(0.5):
    print(len(when), flush=True)
for thread in threads:
    thread.join()
gaps = [later - sooner for sooner, later in zip(when, when[1:])]
with open(output, 'w', encoding='utf-8') as file:
    json.dump({'saved': saved, 'acknowledged': len(when), 'longestPause': round(max(gaps, default=0), 1)}, file)
