A workbook with two rows of headings, sections in merged cells and a legend on another sheet.

  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx

The same workbook saved by another program says the same.

  $ tandem import matrix --format json tests/cli/data/matrix/harbor.xlsx | sed 's/harbor.xlsx/FILE/g' > $TMP/one
  $ tandem import matrix --format json tests/cli/data/matrix/harbor-libreoffice.xlsx | sed 's/harbor-libreoffice.xlsx/FILE/g' > $TMP/other
  $ cmp $TMP/one $TMP/other && head -c 330 $TMP/one

Programs get the cell in JSON and in SARIF.

  $ tandem import matrix --format sarif tests/cli/data/matrix/harbor.xlsx | grep -o '"logicalLocations":[^]]*]' | head -n 1

A text in another code page, with semicolons and hours in brackets.

  $ tandem import matrix --quiet tests/cli/data/matrix/night-and-day.csv

The draft goes where it is told and takes the place of nothing.

  $ tandem import matrix --quiet tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null; ls $TMP/harbor
  $ tandem import matrix --quiet tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null
  $ tandem import matrix --quiet --force tests/cli/data/matrix/harbor.xlsx -o $TMP/harbor > /dev/null
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx -o - 2> /dev/null | sed 's/effective: [-0-9]*/effective: DAY/'
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --format json -o -

What is no matrix, or is not there, exits with 2.

  $ tandem import matrix tests/cli/data/small_log.csv
  $ tandem import matrix nowhere.xlsx
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --sheet Matrix
  $ tandem import matrix tests/cli/data/matrix/harbor.xlsx --sheet Legend
  $ printf 'PK\003\004nothing' > $TMP/broken.xlsx; tandem import matrix $TMP/broken.xlsx
