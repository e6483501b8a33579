#!/usr/bin/env python3
"""What deploy/rehearse-office downloads, compares and sends back.

usage: through-libreoffice.py download ADDRESS FOLDER | same GIVEN READ | harmless READ | fill FODS FODS | form ADDRESS XLSX
                              | upload ADDRESS TEMPLATE XLSX | docx ADDRESS DOCX DRAFT"""
import datetime, glob, html, io, json, os, re, sys, uuid, zipfile
import xml.etree.ElementTree as xml

from demo_people import People, token_of, words_of

OFFICE, TABLE, TEXT = (f'{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}' for part in ('office', 'table', 'text'))
CELLS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
# In a workbook 1/2, 0912 and 1E5 are the texts that they are; of a CSV file LibreOffice makes a day and numbers, which runs nothing.
HOSTILE = ('=1+1', '+1+1', '-1+1', '@SUM(1;1)', '＝1+1', '=cmd', '=HYPERLINK', '"=1+1')
FORM = '/da-nang/api/v1/editions/2025/agencies/w25-hai-chau/form.xlsx'
GIVEN = {  # what: who, where
    **{f'standings-{year}-{group}.{kind}': (None, f'/da-nang/api/v1/editions/{year}/standings?group={group}&lang=vi&{asked}')
       for year, group in ((2023, 'wards'), (2024, 'departments'), (2024, 'wards'))
       for kind, asked in (('xlsx', 'format=xlsx'), ('comma.csv', 'format=csv&separator=comma'),
                           ('semicolon.csv', 'format=csv&separator=semicolon'))},
    'years.xlsx': (None, '/da-nang/api/v1/data/data.xlsx'),
    'edition.xlsx': (None, '/da-nang/api/v1/editions/2024/data/data.xlsx'),
    'form.xlsx': ('assessor', FORM),
    'accounts.xlsx': ('administrator', '/da-nang/vi/accounts/import?handler=Template'),
    'agencies.xlsx': ('office', '/da-nang/vi/agencies/import?handler=Template'),
    'criteria.xlsx': ('office', '/da-nang/vi/editions/2025/criteria/wards/file?handler=Workbook'),
    'figures.xlsx': ('office', '/da-nang/vi/editions/2025/figures?handler=Template'),
    'targets.xlsx': ('office', '/da-nang/vi/editions/2025/targets/import?handler=Template'),
    'past-results.xlsx': ('office', '/da-nang/vi/past-results?handler=Template'),
    'decision.docx': ('office', '/da-nang/vi/documents/templates?handler=File&kind=Decision'),
}


def collapsed(text):
    return ' '.join(text.split())


def written(path):
    """Of a workbook of ours: text, number or date of each cell, by sheet and place."""
    with zipfile.ZipFile(path) as package:
        styles = xml.fromstring(package.read('xl/styles.xml'))
        codes = {int(one.get('numFmtId')): one.get('formatCode') for one in styles.iter(f'{CELLS}numFmt')}
        formats = [codes.get(int(one.get('numFmtId')), one.get('numFmtId')) for one in styles.find(f'{CELLS}cellXfs')]
        book = xml.fromstring(package.read('xl/workbook.xml'))
        shared = ([''.join(one.itertext()) for one in xml.fromstring(package.read('xl/sharedStrings.xml'))]
                  if 'xl/sharedStrings.xml' in package.namelist() else [])
        for number, sheet in enumerate(book.iter(f'{CELLS}sheet'), 1):
            for cell in xml.fromstring(package.read(f'xl/worksheets/sheet{number}.xml')).iter(f'{CELLS}c'):
                place = (sheet.get('name'), *place_of(cell.get('r')))
                if cell.find(f'{CELLS}f') is not None:
                    yield place, 'formula', cell.find(f'{CELLS}f').text
                elif cell.get('t') == 'inlineStr':
                    yield place, 'text', ''.join(cell.find(f'{CELLS}is').itertext())
                elif (value := cell.find(f'{CELLS}v')) is not None:
                    if cell.get('t') == 's':
                        yield place, 'text', shared[int(value.text)]
                    else:
                        dated = re.search('[dmy]{2}', str(formats[int(cell.get('s', 0))]))
                        yield place, 'date' if dated else 'number', float(value.text)


def place_of(name):
    letters, row = re.match(r'([A-Z]+)(\d+)', name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def read(path):
    """Of a flat ODF that LibreOffice made: kind and value of each cell that holds something, by sheet and place."""
    for table in xml.parse(path).iter(f'{TABLE}table'):
        row_number = 0
        for row in table.iter(f'{TABLE}table-row'):
            column = 0
            for cell in row:
                if cell.tag not in (f'{TABLE}table-cell', f'{TABLE}covered-table-cell'):
                    continue
                kind = cell.get(f'{OFFICE}value-type')
                times = int(cell.get(f'{TABLE}number-columns-repeated', 1))
                if cell.get(f'{TABLE}formula'):
                    yield (table.get(f'{TABLE}name'), row_number + 1, column + 1), 'formula', cell.get(f'{TABLE}formula')
                elif kind:
                    value = (cell.get(f'{OFFICE}date-value') if kind == 'date' else
                             '\n'.join(spoken(part) for part in cell.findall(f'{TEXT}p')) if kind == 'string' else
                             float(cell.get(f'{OFFICE}value', 'nan')))
                    for one in range(min(times, 200)):
                        for line in range(min(int(row.get(f'{TABLE}number-rows-repeated', 1)), 2000)):
                            yield (table.get(f'{TABLE}name'), row_number + 1 + line, column + 1 + one), kind, value
                column += times
            row_number += int(row.get(f'{TABLE}number-rows-repeated', 1))


def spoken(part):
    text = part.text or ''
    for child in part:
        text += (' ' * int(child.get(f'{TEXT}c', 1)) if child.tag == f'{TEXT}s' else
                 ' ' if child.tag in (f'{TEXT}tab', f'{TEXT}line-break') else spoken(child)) + (child.tail or '')
    return text


def same(given, opened):
    faults, cells = [], 0
    for path in sorted(glob.glob(f'{given}/*.xlsx')):
        name = os.path.basename(path)
        found = {place: (kind, value) for place, kind, value in read(f'{opened}/{name[:-5]}.fods')}
        for place, kind, value in written(path):
            if kind == 'text' and not collapsed(value):
                continue
            cells += 1
            seen, shown = found.get(place, (None, None))
            if kind == 'text':
                good = seen == 'string' and collapsed(shown) == collapsed(value)
            elif kind == 'number':
                good = seen in ('float', 'percentage', 'currency') and abs(shown - value) <= 1e-9 * max(1, abs(value))
            elif kind == 'date':
                good = seen == 'date' and shown[:10] == (datetime.date(1899, 12, 30) + datetime.timedelta(int(value))).isoformat()
            else:
                good = False
            if not good:
                faults.append(f'{name} {place}: {kind} {value!r} reads as {seen} {shown!r}')
        faults += [f'{name} {place}: {value}' for place, (kind, value) in found.items() if kind == 'formula']
    print(f'{cells} cells of {len(glob.glob(f"{given}/*.xlsx"))} workbooks compared')
    return faults


def harmless(opened):
    faults, texts, numbers = [], set(), 0
    for path in sorted(glob.glob(f'{opened}/*.fods')):
        for place, kind, value in read(path):
            if kind == 'formula':
                faults.append(f'{os.path.basename(path)} {place}: {value}')
            elif kind == 'string':
                texts.add(collapsed(value).lstrip("'"))
            else:
                numbers += 1
    print(f'{numbers} numbers and {len(texts)} different texts in CSV files')
    return faults + [f'{name} is nowhere' for name in HOSTILE if not any(text.startswith(collapsed(name)) for text in texts)]


def fill(source, target):
    """Types 4711 into the first empty answers of the form, as LibreOffice would keep them, and a sentence beside."""
    text = open(source, encoding='utf-8').read()
    tree = xml.fromstring(text)
    for prefix, address in re.findall(r'xmlns:([\w-]+)="([^"]+)"', text[:20000]):
        xml.register_namespace(prefix, address)
    for table in tree.iter(f'{TABLE}table'):
        for row in table.iter(f'{TABLE}table-row'):
            for cell in row.findall(f'{TABLE}table-cell'):
                if collapsed(''.join(cell.itertext())) == '4711':
                    return ['4711 stands in the form already']
    filled = 0
    for (sheet, line, column) in sorted(answers(source))[:3]:
        table = next(one for one in tree.iter(f'{TABLE}table') if one.get(f'{TABLE}name') == sheet)
        cell = cell_at(table, line, column)
        cell.set(f'{OFFICE}value-type', 'float')
        cell.set(f'{OFFICE}value', str(4711 + filled))
        for old in list(cell):
            cell.remove(old)
        xml.SubElement(cell, f'{TEXT}p').text = str(4711 + filled)
        filled += 1
    xml.ElementTree(tree).write(target, encoding='utf-8', xml_declaration=True)
    return [] if filled else ['no empty answer was found']


def answers(source):
    """Empty cells in the column of values, on lines whose unit is not one of a list; by the heading and the code of the figure."""
    cells = {place: value for place, kind, value in read(source) if kind == 'string'}
    filled = {place for place, _, _ in read(source)}
    for (sheet, line, column), value in cells.items():
        if collapsed(value).startswith(('Số liệu năm 2025', 'Giá trị', 'Số liệu')) and line < 12:
            for (other, below, first), code in cells.items():
                if other == sheet and below > line and re.fullmatch(r'[a-z]+(-[a-z0-9]+)+', code) and (sheet, below, column) not in filled:
                    yield sheet, below, column


def cell_at(table, line, column):
    """Splits repeated rows and cells so that one of them can be written."""
    number = 0
    for row in list(table.iter(f'{TABLE}table-row')):
        number += int(row.get(f'{TABLE}number-rows-repeated', 1))
        if number >= line:
            if row.get(f'{TABLE}number-rows-repeated'):
                raise SystemExit(f'the row {line} is a repeated one')
            place = 0
            for index, cell in enumerate(list(row)):
                times = int(cell.get(f'{TABLE}number-columns-repeated', 1))
                if place + times >= column:
                    if times > 1:
                        before, after = column - place - 1, place + times - column
                        cell.attrib.pop(f'{TABLE}number-columns-repeated')
                        for count, at in ((after, index + 1), (before, index)):
                            if count:
                                row.insert(at, xml.fromstring(xml.tostring(cell)))
                                row[at].set(f'{TABLE}number-columns-repeated', str(count))
                        return row[index + (1 if before else 0)]
                    return cell
                place += times
    raise SystemExit('no such cell')


def download(people, folder):
    os.makedirs(folder, exist_ok=True)
    faults, cookies = [], {}
    for name, (who, path) in GIVEN.items():
        if who and who not in cookies:
            cookies[who] = people.sign_in(who)
        status, body, _ = people.ask('GET', path, {'Cookie': cookies[who]} if who else {}, patience=60)
        if status == 200:
            open(f'{folder}/{name}', 'wb').write(body)
        else:
            faults.append(f'{name} {path}: {status}')
    return faults


def form(people, path):
    cookie = people.sign_in('assessor')
    token = token_of(people.text('/da-nang/vi/assessments/2025/w25-hai-chau/components/online-services', cookie)[1])
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    status, body, _ = people.ask('POST', f'{FORM}?apply=true', {'Cookie': cookie, 'RequestVerificationToken': token, 'Content-Type': kind,
                                                                 'Accept-Language': 'vi'}, open(path, 'rb').read(), patience=60)
    told = json.loads(body)
    print(status, json.dumps(told, ensure_ascii=False)[:1500])
    values = sorted(one['inFile'] for one in told.get('differences', []))
    return [] if status == 200 and told['applied'] == 3 and not told['faults'] and values == ['4711', '4712', '4713'] \
        else [f'{status}: {values}']


UPLOADS = {'accounts': ('administrator', '/accounts/import'), 'agencies': ('office', '/agencies/import'),
           'criteria': ('office', '/editions/2025/criteria/wards/file'), 'targets': ('office', '/editions/2025/targets/import'),
           'past-results': ('office', '/past-results'), 'figures': ('office', '/editions/2025/figures')}


def send(people, who, path, file, name, fields=()):
    cookie = people.sign_in(who)
    page = people.text(path, cookie)[1]
    edge = uuid.uuid4().hex
    parts = b''.join(f'--{edge}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
                     for field, value in (*fields, ('__RequestVerificationToken', token_of(page))))
    body = (parts + f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'.encode()
            + b'Content-Type: application/octet-stream\r\n\r\n' + open(file, 'rb').read() + f'\r\n--{edge}--\r\n'.encode())
    return cookie, people.raw('POST', path, {'Cookie': cookie, 'Content-Type': f'multipart/form-data; boundary={edge}'}, body)


def upload(people, template, file):
    """An empty template is no list: what counts is that the product reads LibreOffice's file and speaks of rows, not of the file."""
    who, path = UPLOADS[template]
    cookie, (status, text, place) = send(people, who, f'/da-nang/vi{path}', file, f'{template}.xlsx')
    if status == 302:
        status, text = people.text(place, cookie)
    said = words_of(text)
    print(template, status, said[:500])
    return [said[:300]] if status >= 500 or 'bị hỏng' in said or 'không phải là bảng tính' in said else []


def docx(people, file, draft):
    cookie, (status, text, place) = send(people, 'office', '/da-nang/vi/documents/templates', file, 'decision.docx', [('Kind', 'Decision')])
    if status != 302:
        return [f'{status}: {words_of(text)[:500]}']
    status, body, _ = people.ask('GET', '/da-nang/vi/editions/2024/documents?handler=Draft&kind=Decision', {'Cookie': cookie}, patience=60)
    open(draft, 'wb').write(body)
    return [] if status == 200 and body[:2] == b'PK' else [f'the draft: {status}']


act, words = sys.argv[1], sys.argv[2:]
if act in ('download', 'form', 'upload', 'docx'):
    words[0] = People(words[0])
found = {'download': download, 'same': same, 'harmless': harmless, 'fill': fill, 'form': form, 'upload': upload, 'docx': docx}[act](*words)
for fault in found[:40]:
    print(f'FAULT {fault}', file=sys.stderr if act in ('download', 'fill') else sys.stdout)
sys.exit(1 if found else 0)
