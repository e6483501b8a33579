#!/usr/bin/env python3
"""Files in the folder of evidence of the demo's ward, by the API, and what the scanner said of them.

usage: folder-of-evidence.py ADDRESS STATE upload clean|eicar|large NAME... | until SCAN SECONDS NAME... | refused NAME... | own NAME..."""
import io, json, os, sys, time, uuid, zipfile

from demo_people import People, token_of

EICAR = rb'X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
FOLDER = '/da-nang/api/v1/agencies/w25-hai-chau/evidence'
people, state, act, words = People(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
known = json.load(open(state)) if os.path.exists(state) else {'pieces': {}}
if 'cookie' not in known:
    known['cookie'] = people.sign_in('assessor')
cookie = {'Cookie': known['cookie']}


def pdf(kind):
    filling = b'%' + os.urandom(2 << 20).hex().encode() + b'\n' if kind == 'large' else b''
    return (b'%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Mark (' + uuid.uuid4().hex.encode() + b') >>\nendobj\n' + filling
            + b'trailer\n<< /Root 1 0 R >>\n%%EOF\n' + (EICAR + b'\n%%EOF\n' if kind == 'eicar' else b''))


def docx(kind):
    """A package as Word makes it; the test string is the whole of a picture in it, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        package.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" '
            'ContentType="image/png"/><Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>')
        package.writestr('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f'<w:p><w:r><w:t>{uuid.uuid4()}</w:t></w:r></w:p></w:body></w:document>')
        package.writestr('word/media/image1.png', EICAR if kind == 'eicar' else b'\x89PNG\r\n\x1a\n' + os.urandom(64))
    return out.getvalue()


def upload(kind, name):
    edge = uuid.uuid4().hex
    content = docx(kind) if name.endswith('docx') else pdf(kind)
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
            .encode() + content + f'\r\n--{edge}--\r\n'.encode())
    token = token_of(people.text('/da-nang/vi/evidence/w25-hai-chau', known['cookie'])[1])
    status, answer, _ = people.ask('POST', f'{FOLDER}/files', cookie | {'RequestVerificationToken': token,
        'Content-Type': f'multipart/form-data; boundary={edge}'}, body, patience=60)
    if status != 201:
        sys.exit(f'{name}: {status} {answer.decode()[:300]}')
    known['pieces'][name] = json.loads(answer)['id']


def scan(name):
    told = json.loads(people.text(f'{FOLDER}/{known["pieces"][name]}', known['cookie'])[1])
    return find(told, 'scan')


def find(told, key):
    if isinstance(told, dict):
        return told[key] if key in told else next((found for part in told.values() if (found := find(part, key))), None)
    return next((found for part in told if (found := find(part, key))), None) if isinstance(told, list) else None


def download(name):
    return people.ask('GET', f'{FOLDER}/{known["pieces"][name]}/revisions/1/file', cookie)[:2]


if act == 'upload':
    for name in words[1:]:
        upload(words[0], name)
elif act == 'until':
    end = time.monotonic() + float(words[1])
    while (said := {name: scan(name) for name in words[2:]}) != dict.fromkeys(words[2:], words[0]):
        if time.monotonic() > end:
            sys.exit(f'{said}')
        time.sleep(1)
else:
    wanted = 200 if act == 'own' else 409
    for name in words:
        status, answer = download(name)
        print(name, status, answer.decode(errors='replace')[:300] if status != 200 else '')
        if status != wanted:
            sys.exit(f'{name}: {status}')
json.dump(known, open(state, 'w'))
