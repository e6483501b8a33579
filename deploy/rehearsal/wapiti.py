#!/usr/bin/python3
"""
wapiti 3.0.4 under Python 3.11: its patterns of what is left out (-x) end with a flag, which Python takes at their beginning alone. And it
knows "HttpOnly" of a cookie in these letters only, where any are good (RFC 6265, 5.2.6).
"""
import re

from wapitiCore.attack.mod_cookieflags import mod_cookieflags
from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile('.*'.join(map(re.escape, pattern.split('*'))) + r'\Z', re.M | re.S)
mod_cookieflags.check_httponly_flag = staticmethod(lambda cookie: 'httponly' in map(str.lower, cookie._rest))
wapiti_main()
