#!/usr/bin/env python3
"""Verifies a ledger without Tandem: written from docs/ledger.md, with Python's standard library alone.

    tools/verify_ledger.py --export events.jsonl --engagement harbor-cu --head kept.head --key kept.key
    tools/verify_ledger.py --database tandem.db  --engagement harbor-cu --head kept.head --key kept.key
    tools/verify_ledger.py --proof proof.json --head kept.head --key kept.key

The first two make every hash again from the events and hold the result against each head: the ledger must have begun
with it. The third follows a proof to a kept head. Without --head the root is printed and nothing is compared; a head is
not believed without --key. Exit status: 0 all holds, 1 something does not, 2 it could not be looked at.
"""
import argparse
import base64
import hashlib
import json
import sqlite3
import sys

# ---- Ed25519 (RFC 8032, 5.1), verification only --------------------------------------------------------------------
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return (x * y % P, z * t % P, y * z % P, x * t % P)


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def signature_holds(key, message, signature):
    a, r = decompress(key), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---- Signed heads (C2SP signed-note and tlog-checkpoint) -----------------------------------------------------------
class Fault(Exception):
    """Something that was looked at does not hold."""


def parse_key(line):
    name, key_hash, data = line.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    if data[:1] != b"\x01" or hashlib.sha256(name.encode() + b"\n" + data).hexdigest()[:8] != key_hash:
        raise Fault("the key is not well-formed")
    return name, data[1:]


def open_head(text, name, key):
    """(size, root) of a head that is signed with the key."""
    body, _, signatures = text.rpartition("\n\n")
    body += "\n"
    key_hash = hashlib.sha256(name.encode() + b"\n\x01" + key).digest()[:4]
    for line in signatures.splitlines():
        dash, signer, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash != "\u2014" or signer != name or data[:4] != key_hash:
            continue
        if not signature_holds(key, body.encode(), data[4:]):
            raise Fault("the head's signature does not hold")
        origin, size, root = body.splitlines()[:3]
        if origin != name:
            raise Fault("the head is of another ledger")
        return int(size), base64.b64decode(root, validate=True)
    raise Fault("the head is not signed with the key")


# ---- The tree (RFC 9162, 2.1) --------------------------------------------------------------------------------------
def leaf_hash(engagement, ticket, version, record):
    data = f"tandem-event/1\n{engagement}\n{ticket}\n{version}\n{record}"
    return hashlib.sha256(b"\x00" + data.encode()).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def roots_at(leaves, sizes):
    """The roots over the first n leaves for each n of `sizes`, and over all of them: (size, {size: root})."""
    stack, roots, count = [], {}, 0

    def root():
        if not stack:
            return hashlib.sha256(b"").digest()
        result = stack[-1][1]
        for _, left in reversed(stack[:-1]):
            result = node_hash(left, result)
        return result

    if 0 in sizes:
        roots[0] = root()
    for leaf in leaves:
        stack.append((1, leaf))
        while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
            size, right = stack.pop()
            _, left = stack.pop()
            stack.append((2 * size, node_hash(left, right)))
        count += 1
        if count in sizes:
            roots[count] = root()
    roots[count] = root()
    return count, roots


def follow_inclusion(index, size, hashed, path):
    """The root that the path leads to (2.1.3.2); None when it has the wrong length."""
    fn, sn = index, size - 1
    for each in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            hashed = node_hash(each, hashed)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            hashed = node_hash(hashed, each)
        fn, sn = fn >> 1, sn >> 1
    return hashed if sn == 0 and index < size else None


def is_consistent(first, first_root, second, second_root, path):
    """2.1.4.2"""
    if first == second:
        return not path and first_root == second_root
    if first == 0:
        return not path and first_root == hashlib.sha256(b"").digest()
    if first > second:
        return False
    if first & (first - 1) == 0:
        path = [first_root] + path
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for each in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(each, fr), node_hash(each, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, each)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# ---- What is looked at ---------------------------------------------------------------------------------------------
def ticket_text(data):
    """16 bytes in Crockford's base 32, 26 letters and digits: what the API and an export call the ticket's id."""
    number, text = int.from_bytes(data, "big"), ""
    for _ in range(26):
        text, number = "0123456789abcdefghjkmnpqrstvwxyz"[number & 31] + text, number >> 5
    return text


def leaves_of_export(path, engagement):
    with open(path, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            event = json.loads(line)
            if event["leaf"] != number:
                raise Fault(f"line {number + 1} of the export is leaf {event['leaf']}")
            if event["record"] is None:  # sealed from everybody for now: its leaf counts, its text is not told
                yield base64.b64decode(event["leaf_hash"], validate=True)
            else:
                yield leaf_hash(engagement, event["ticket"], event["version"], event["record"])


def leaves_of_database(path, engagement):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT v.ticket, v.version, v.data FROM events v JOIN engagements e ON e.id = v.engagement "
        "WHERE e.name = ? ORDER BY v.position", (engagement,))
    for ticket, version, record in rows:
        yield leaf_hash(engagement, ticket_text(ticket), version, record)


def check_events(leaves, heads):
    size, roots = roots_at(leaves, {head[0] for head in heads})
    for head_size, head_root in heads:
        if head_size > size:
            raise Fault(f"there are {size} events, and a head was signed for {head_size}")
        if roots[head_size] != head_root:
            raise Fault(f"the first {head_size} events are not those that the head was signed for")
    print(f"{size} events, root {base64.b64encode(roots[size]).decode()}; {len(heads)} kept heads agree")


def check_proof(proof, heads):
    path = [base64.b64decode(each, validate=True) for each in proof["proof"]]
    if proof["kind"] == "consistency":
        sizes = proof["first"], proof["second"]
        roots = [base64.b64decode(proof[name], validate=True) for name in ("first_root", "second_root")]
        if not any(head in heads for head in zip(sizes, roots)):
            raise Fault("no kept head is of its sizes and roots")
        if not is_consistent(sizes[0], roots[0], sizes[1], roots[1], path):
            raise Fault("the proof does not hold")
        print(f"the ledger of {sizes[1]} events begins with that of {sizes[0]}")
        return
    hashed = base64.b64decode(proof["leaf_hash"], validate=True)
    if proof["record"] is not None and hashed != leaf_hash(proof["engagement"], proof["ticket"], proof["version"],
                                                           proof["record"]):
        raise Fault("the record is not the one that the leaf was made of")
    if (proof["size"], follow_inclusion(proof["leaf"], proof["size"], hashed, path)) not in heads:
        raise Fault("the proof leads to no kept head")
    print(f"leaf {proof['leaf']} of {proof['size']} is in the ledger")


def read(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return file.read()


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--export", metavar="FILE")
    what.add_argument("--database", metavar="FILE")
    what.add_argument("--proof", metavar="FILE")
    parser.add_argument("--engagement", metavar="NAME")
    parser.add_argument("--head", metavar="FILE", action="append", default=[])
    parser.add_argument("--key", metavar="FILE")
    given = parser.parse_args(arguments)
    if given.head and not given.key:
        parser.error("a head is not believed without --key")
    if not given.proof and not given.engagement:
        parser.error("say whose events they are with --engagement")
    try:
        heads = []
        if given.key:
            name, key = parse_key(read(given.key))
            heads = [open_head(read(path), name, key) for path in given.head]
        if given.proof:
            check_proof(json.loads(read(given.proof)), heads)
        elif given.export:
            check_events(leaves_of_export(given.export, given.engagement), heads)
        else:
            check_events(leaves_of_database(given.database, given.engagement), heads)
    except Fault as fault:
        print(f"it does not hold: {fault}")
        return 1
    except (OSError, ValueError, KeyError, sqlite3.Error) as error:
        print(f"verify_ledger: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
