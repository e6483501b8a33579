#!/usr/bin/env python3
"""Two tenants at once through one product behind few connections: every page must say what the same page says without a pooler.

usage: behind-a-pool.py DIRECT POOLED ROUNDS"""
import http.client, random, sys, threading

from demo_people import People, words_of

direct, pooled, rounds = People(sys.argv[1]), People(sys.argv[2]), int(sys.argv[3])
# Answers to a search for something new are not kept in memory: the database is asked, as the reader of public things alone.
PUBLIC = ['/vi/editions/2024/methodology?q={}', '/vi/editions/2024/find?q={}', '/vi/editions/2023?group=districts&q={}', '/en/?q={}']
SIGNED_IN = {'office': ['/vi/work', '/vi/agencies'], 'administrator': ['/vi/accounts'], 'assessor': ['/vi/work']}
compared, wrong = [], []


def words(people, path, cookie):
    status, text = people.text(path, cookie)
    return status, words_of(text)


def look(tenant, cookie, paths):
    try:
        for _ in range(rounds):
            path = f'/{tenant}' + random.choice(paths).replace('{}', str(random.randrange(1_000_000)))
            expected, seen = (words(people, path, cookie) for people in (direct, pooled))
            if seen != expected:
                # Somebody saves meanwhile.
                expected = words(direct, path, cookie)
            compared.append(seen)
            if seen != expected or seen[0] >= 500:
                who = 'signed in' if cookie else 'as nobody'
                wrong.append(f'{path} {who}: {seen[0]} for {expected[0]}: {seen[1][:200]} / {expected[1][:200]}')
    except (OSError, http.client.HTTPException) as failed:
        wrong.append(f'{tenant}: {failed!r}')


threads = []
for tenant in ('da-nang', 'khanh-hoa'):
    threads += [threading.Thread(target=look, args=(tenant, '', PUBLIC)) for _ in range(2)]
    threads += [threading.Thread(target=look, args=(tenant, pooled.sign_in(who, tenant), paths)) for who, paths in SIGNED_IN.items()]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
found = sum(status == 200 for status, _ in compared)
print(f'        {len(compared)} pages compared, {found} of them with 200, {len({text for _, text in compared})} of different words')
for one in wrong[:10]:
    print(f'        {one}')
sys.exit(1 if wrong or found < len(compared) * 0.9 else 0)
