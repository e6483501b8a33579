#!/usr/bin/python3
"""wapiti 3.0.4 under Python 3.11: its patterns of what is left out (-x) end with a flag, which Python takes at their beginning alone."""
import re

from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile('.*'.join(map(re.escape, pattern.split('*'))) + r'\Z', re.M | re.S)
wapiti_main()
