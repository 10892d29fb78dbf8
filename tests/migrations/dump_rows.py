#!/usr/bin/env python3
"""Prints the rows of one engagement in a database as SQL: how version_<n>.sql is made.

    tandem-of-that-version demo --database old.db     # and whatever else its tables hold
    tests/migrations/dump_rows.py old.db quarry-dental > tests/migrations/version_0001.sql
"""
import sqlite3
import sys


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("'", "''") + "'"


def tables(database):
    rows = database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'ticket_words_%' ORDER BY rowid")
    return [name for (name,) in rows]


def condition(columns, table, engagement, accounts):
    if table == "engagements":
        return f"id = {engagement}"
    if table == "ticket_words":
        return f"rowid IN (SELECT key FROM tickets WHERE engagement = {engagement})"
    if "engagement" in columns:
        return f"engagement = {engagement}"
    if table == "accounts":
        return f"id IN {accounts}"
    return f"account IN {accounts}"


def main(path, name):
    database = sqlite3.connect(path)
    (engagement,) = database.execute("SELECT id FROM engagements WHERE name = ?", (name,)).fetchone()
    accounts = f"(SELECT account FROM memberships WHERE engagement = {engagement})"
    for table in tables(database):
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        if table == "ticket_words":
            columns.insert(0, "rowid")
        names = ", ".join(columns)
        for row in database.execute(
                f"SELECT {names} FROM {table} WHERE {condition(columns, table, engagement, accounts)}"):
            print(f"INSERT INTO {table} ({names}) VALUES ({', '.join(literal(value) for value in row)});")


if __name__ == "__main__":
    main(*sys.argv[1:])
