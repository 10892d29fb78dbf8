#!/usr/bin/env python3
"""Starts a server, asks it for /healthz under each host name, prints the statuses, and stops it.

    ask_hosts.py PROGRAM serve OPTIONS... -- HOST...
"""
import http.client
import re
import subprocess
import sys

split = sys.argv.index("--")
server = subprocess.Popen(sys.argv[1:split], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    address = re.search(r"http://(\S+)", server.stdout.readline())
    for host in sys.argv[split + 1:]:
        connection = http.client.HTTPConnection(address[1], timeout=30)
        connection.request("GET", "/healthz", headers={"Host": host})
        print(f"{host}: {connection.getresponse().status}")
        connection.close()
finally:
    server.terminate()
    server.wait(timeout=30)
