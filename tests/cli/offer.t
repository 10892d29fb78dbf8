An offer that says what it ought to.

  $ tandem check --offer tests/offers/good.yaml

One that does not: every red flag at its place, and what to ask.

  $ tandem check --offer tests/offers/half.yaml

The form, and what nobody has filled in.

  $ tandem new --offer | head -n 14
  $ tandem new --offer > $TMP/form.yaml; tandem check --offer $TMP/form.yaml | tail -n 2
  $ tandem check --offer $TMP/form.yaml --format json | head -c 200

What the vendor answers later counts over the first file, and may take it back.

  $ printf 'remedy: credit\nterm: 12 months\nrenewal: ends\nrespond_clock: always\ninsurance: unsaid\n' > $TMP/later.yaml; tandem check --offer tests/offers/half.yaml --offer $TMP/later.yaml

Held against the agreement.

  $ tandem new $TMP/harbor --template security-and-tools --client "Harbor Credit Union" --provider "Northbeam IT" --effective 2026-10-01 > $TMP/out
  $ printf 'resolve_critical: 2 days\n' > $TMP/later.yaml; tandem check $TMP/harbor --offer tests/offers/good.yaml --offer $TMP/later.yaml

A text is searched, which is not reading.

  $ tandem check --offer tests/offers/glossy.md
  $ tandem check --offer tests/offers/contract.txt | tail -n 5

What cannot be checked is told.

  $ tandem check --offer $TMP/nowhere.yaml
  $ printf '%%PDF-1.7\0\377' > $TMP/offer.pdf; tandem check --offer $TMP/offer.pdf
  $ tandem check --offer tests/offers/glossy.md --offer tests/offers/good.yaml
  $ tandem check $TMP/harbor --offer tests/offers/glossy.md
  $ tandem check
  $ printf 'vendr: x\nterm: long\n' > $TMP/wrong.yaml; tandem check --offer $TMP/wrong.yaml
