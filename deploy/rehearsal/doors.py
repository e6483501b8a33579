"""The doors of the demo, as tests hold them listed: who is let in where, and an address of it that leads to something."""
import re

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


def address(pattern, open_to_all, agency, mark=None, values=()):
    """With a star, where sqlmap is to put what it tries, behind the part that is named `mark`; "slug" is the tenant's."""
    def fill(part):
        return value(part) + ('*' if part.group(1) == mark else '')

    def value(part):
        name = part.group(1)
        if name in values:
            return values[name]
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
