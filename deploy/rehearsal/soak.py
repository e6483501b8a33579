#!/usr/bin/env python3
"""Mixed people at the product for so many minutes: readers of public pages, assessors who save, appraisers who judge, downloads of every
kind. Looks once a minute at the process and at PostgreSQL, and says whether anything grows.

usage: soak.py ADDRESS PID MINUTES "PSQL COMMAND" [AT_ONCE]"""
import html, http.client, json, os, random, re, subprocess, sys, threading, time, urllib.parse

from demo_people import FORM, People, fields_of, token_of

people, pid, minutes, psql = People(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
at_once = int(sys.argv[5]) if len(sys.argv) > 5 else 8
done, refused, times = {}, {}, []
ending = time.monotonic() + minutes * 60
PUBLIC = ['/da-nang/vi/', '/da-nang/en/', '/da-nang/vi/editions/2024?group=wards&q={}',
          '/da-nang/vi/editions/2024?group=departments&sort=agency',
          '/da-nang/vi/editions/2023?q={}', '/da-nang/vi/editions/2024/methodology', '/da-nang/vi/data', '/da-nang/vi/verify',
          '/khanh-hoa/vi/', '/da-nang/api/v1/editions', '/da-nang/api/v1/editions/2024/standings?group=wards',
          '/da-nang/vi/editions/2024/agencies/q-hoa-vang']
FILES = ['/da-nang/api/v1/editions/2024/standings?group=wards&format=xlsx',
         '/da-nang/api/v1/editions/2024/standings?group=wards&format=csv&q={}',
         '/da-nang/api/v1/editions/2024/standings.pdf?group=wards', '/da-nang/api/v1/editions/2024/data/data.xlsx',
         '/da-nang/api/v1/data/data.xlsx', '/da-nang/api/v1/data/points.csv', '/da-nang/api/v1/editions/2024/bundle.zip']
PAGES = {'office': ['/work', '/editions/2025/progress', '/editions/2025/preview', '/editions/2025/findings', '/editions/2024/documents'],
         'administrator': ['/accounts', '/audit', '/audit?who={}'], 'leadAppraiser': ['/work', '/appraisal/2025'],
         'approver': ['/work', '/assessments/2025/w25-hai-chau/check']}
DESK = '/da-nang/api/v1/editions/2025/agencies/w25-hai-chau'


def ask(kind, method, path, headers=(), body=None, allowed=(200,)):
    path = path.replace('{}', str(random.randrange(1_000_000)))
    begun = time.monotonic()
    try:
        status, answer, _ = people.ask(method, path, headers, body, patience=60)
    except (OSError, http.client.HTTPException) as failed:
        status, answer = type(failed).__name__, b''
    times.append(time.monotonic() - begun)
    done[kind] = done.get(kind, 0) + 1
    if status not in allowed:
        key = f'{kind} {status} {path.split("?")[0]}'
        refused[key] = refused.get(key, 0) + 1
    return status, answer


def reader():
    while time.monotonic() < ending:
        ask('public', 'GET', random.choice(PUBLIC), {'Accept-Encoding': random.choice(['br', 'gzip', 'identity'])})


def downloader():
    while time.monotonic() < ending:
        ask('files', 'GET', random.choice(FILES))
        time.sleep(0.2)


def worker(who):
    while time.monotonic() < ending:
        cookie = {'Cookie': people.sign_in(who)}
        for _ in range(30):
            ask(who, 'GET', '/da-nang/vi' + random.choice(PAGES[who]), cookie)


def assessor(figure):
    while time.monotonic() < ending:
        cookie = {'Cookie': people.sign_in('assessor')}
        page = f'/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services'
        token = token_of(ask('assessor', 'GET', page, cookie)[1].decode())
        listed = json.loads(ask('assessor', 'GET', f'{DESK}/figures', cookie)[1])
        version = next(one['version'] for one in listed if one['code'] == figure)
        for value in range(60):
            status, answer = ask('saves', 'PATCH', f'{DESK}/figures/{figure}', cookie | {'RequestVerificationToken': token,
                'Content-Type': 'application/json', 'If-Match': f'"{version}"'}, json.dumps({'value': str(1 + value)}))
            version += status == 200
            if time.monotonic() > ending:
                return


def appraiser():
    """Opens the bench of a criterion and sends its form back as it stands, as somebody does who judges."""
    while time.monotonic() < ending:
        cookie = {'Cookie': people.sign_in('appraiser')}
        for _ in range(20):
            ask('appraiser', 'GET', '/da-nang/vi/work', cookie)
            queue = ask('appraiser', 'GET', '/da-nang/vi/appraisal/2025', cookie)[1].decode()
            places = sorted(set(re.findall(r'href="(/da-nang/vi/appraisal/2025/[a-z0-9-]+)"', queue)))
            for place in random.sample(places, min(3, len(places))):
                judge(ask('appraiser', 'GET', place, cookie)[1].decode(errors='replace'), cookie)
            if time.monotonic() > ending:
                return


def judge(text, cookie):
    """Takes a declared figure as it stands, where there is one to be taken; else sends the verdict without one, which is refused."""
    forms = list(re.finditer(r'<form[^>]*method="post"[^>]*action="([^"]*/appraisal/[^"]*)"[^>]*>', text))
    if chosen := next((form for form in forms if 'accept=true' in form.group(1)), forms[-1] if forms else None):
        status, _ = ask('judgements', 'POST', html.unescape(chosen.group(1)), FORM | cookie,
            urllib.parse.urlencode(fields_of(text[chosen.start():], '<form')), allowed=(200, 302, 422))
        if status in (200, 302):
            done['judgements kept'] = done.get('judgements kept', 0) + 1


def look():
    status = open(f'/proc/{pid}/status').read()
    memory = {name: int(re.search(rf'{name}:\s+(\d+)', status).group(1)) // 1024 for name in ('VmRSS', 'VmHWM')}
    handles = len(os.listdir(f'/proc/{pid}/fd'))
    threads = int(re.search(r'Threads:\s+(\d+)', status).group(1))
    counted = "SELECT count(*) FILTER (WHERE usename = 'dx_app'), count(*) FILTER (WHERE state LIKE 'idle in%') FROM pg_stat_activity"
    asked = subprocess.run(f"{psql} -tA -F ' ' -c \"{counted}\"", shell=True, capture_output=True, text=True).stdout.split()
    return memory['VmRSS'], memory['VmHWM'], handles, threads, *map(int, asked or (0, 0)), sum(done.values()), sum(refused.values())


given = {code.strip() for code in sys.stdin.read().split(',')}
listed = json.loads(people.text(f'{DESK}/figures', people.sign_in('assessor'))[1])
counts = [figure['code'] for figure in listed if figure['code'] in given and figure['source'] == 'agency']
threads = [threading.Thread(target=target, args=given, daemon=True) for target, given in
           [(reader, ())] * max(2, at_once // 3) + [(downloader, ())] + [(worker, (who,)) for who in PAGES]
           + [(assessor, (figure,)) for figure in counts[:max(2, at_once // 3)]] + [(appraiser, ())]]
for thread in threads:
    thread.start()
print('minute   memory MB  at most   handles  threads  connections  idle in transaction   requests   refused', flush=True)
seen, begun = [], time.monotonic()
while True:
    time.sleep(min(60, max(1, ending - time.monotonic())))
    seen.append(look())
    print('{:6.1f} {:11} {:8} {:9} {:8} {:12} {:20} {:10} {:9}'.format((time.monotonic() - begun) / 60, *seen[-1]), flush=True)
    if time.monotonic() >= ending:
        break
for thread in threads:
    thread.join(timeout=90)
print('requests:', ', '.join(f'{kind} {count}' for kind, count in sorted(done.items())))
times.sort()
print(f'half of them within {times[len(times) // 2] * 1000:.0f} ms, 99 of 100 within {times[len(times) * 99 // 100] * 1000:.0f} ms')
for kind, count in sorted(refused.items()):
    print(f'refused: {count} x {kind}')
# The first third is the warming up: caches fill, code is compiled anew. Then the medians of the two halves that are left are compared.
rest = seen[len(seen) // 3:]
half = len(rest) // 2
median = lambda rows, column: sorted(row[column] for row in rows)[len(rows) // 2]
grown = False
for column, name, allowed, beside in (
        (0, 'memory', 1.05, 0), (2, 'handles', 1.10, 8), (3, 'threads', 1.25, 8), (4, 'connections', 1.25, 8)):
    before, after = median(rest[:half] or rest, column), median(rest[half:], column)
    grows = after > before * allowed + beside
    grown |= grows
    print(f'{name}: {before} in the middle, {after} at the end: {"GROWS" if grows else "does not grow"}')
# Work that was never done shows nothing.
idle = [kind for kind in ('public', 'files', 'saves', 'judgements kept', 'assessor', 'appraiser', *PAGES) if not done.get(kind)]
if idle:
    print('NOT DONE ONCE:', ', '.join(idle))
sys.exit(1 if grown or refused or idle else 0)
