"""Writes parties as transaction records."""

import json
import random

FORMATS = ("jsonl", "csv", "lines")
NAMES_PER_RECORD = {"jsonl": 4, "csv": 2, "lines": 1}

_ROLES = ("debtor", "creditor", "debtor_agent", "creditor_agent")
_CURRENCIES = ("USD", "EUR", "CNY", "GBP", "JPY", "CHF", "SGD", "AED")
_PURPOSES = ("SUPP", "SALA", "TRAD", "INTC", "GDDS", "SCVE", "DIVI", "LOAN")
_HEADER = (
    "txn_id,booked_on,amount,currency,debtor_name,debtor_country,creditor_name,"
    "creditor_country,purpose\n"
)


def lines(format, parties, count, seed):
    """The first `count` records made of `parties`, each with its line end."""
    # Facts beside the names come from a generator of their own: the parties of a stream are the
    # same in every format.
    generator = random.Random(seed + 1_000_003)
    if format == "lines":
        return (next(parties)[0] + "\n" for _ in range(count))
    return _csv(parties, count, generator) if format == "csv" else _jsonl(parties, count, generator)


def _facts(generator, number):
    draw = generator.random()
    day = number // 50_000
    date = f"2026-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
    return (
        f"T{number:09}",
        date,
        f"{draw * draw * 250_000:.2f}",
        _CURRENCIES[int(draw * 8_000) % 8],
        _PURPOSES[int(draw * 64_000) % 8],
    )


def _csv(parties, count, generator):
    yield _HEADER
    for number in range(1, count + 1):
        identifier, date, amount, currency, purpose = _facts(generator, number)
        debtor, creditor = next(parties), next(parties)
        yield (
            f"{identifier},{date},{amount},{currency},{_cell(debtor[0])},{debtor[2]},"
            f"{_cell(creditor[0])},{creditor[2]},{purpose}\n"
        )


def _jsonl(parties, count, generator):
    for number in range(1, count + 1):
        identifier, date, amount, currency, purpose = _facts(generator, number)
        members = ",".join(
            f'{{"role":"{role}","name":"{_text(name)}","type":"{type}","country":"{country}"}}'
            for role, (name, type, country) in zip(_ROLES, parties)
        )
        yield (
            f'{{"id":"{identifier}","booked_on":"{date}","amount":"{amount}",'
            f'"currency":"{currency}","purpose":"{purpose}","parties":[{members}]}}\n'
        )


def _cell(name):
    if "," in name or '"' in name:
        return '"' + name.replace('"', '""') + '"'
    return name


def _text(name):
    if '"' in name or "\\" in name:
        return json.dumps(name, ensure_ascii=False)[1:-1]
    return name
