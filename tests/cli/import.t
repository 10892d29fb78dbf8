A log with a malformed row: its incident is left out whole, the rest goes in, and the row is told by its line.

  $ cp tests/cli/data/small_log.csv $TMP/log.csv && sed -i '8s/2016/20016/g' $TMP/log.csv
  $ tandem import history $TMP/log.csv --agreement examples/servicenow --database $TMP/t.db 2>&1 | sed 's/in [0-9.]* s/in N s/'
  reading: 6,970 of 6,970 bytes
  writing: 2 of 2 incidents
  line 8: `sys_updated_at` is `29/2/20016 05:33`, which is no time like `29/2/2016 01:16`
  read 20 rows of 3 incidents in N s
    2 opened, 0 continued, 0 already here; 11 events written
    1 left out; malformed rows: 1

The repaired file brings in what was left out, and a third run writes nothing.

  $ tandem import history tests/cli/data/small_log.csv --engagement servicenow-year --database $TMP/t.db 2>/dev/null | sed 's/in [0-9.]* s/in N s/'
  read 20 rows of 3 incidents in N s
    1 opened, 0 continued, 2 already here; 9 events written
  $ tandem import history tests/cli/data/small_log.csv --engagement servicenow-year --database $TMP/t.db 2>/dev/null | sed 's/in [0-9.]* s/in N s/'
  read 20 rows of 3 incidents in N s
    0 opened, 0 continued, 3 already here; 0 events written

What cannot be read changes nothing.

  $ tandem import history $TMP/log.csv --engagement nobody --database $TMP/t.db
  tandem: there is no engagement `nobody` in this database
  [2]
  $ tandem import history $TMP/log.csv --database $TMP/t.db
  tandem: say where it goes: --engagement NAME, or --agreement PATH for a new one
  [2]
  $ tandem import history LICENSE --engagement servicenow-year --database $TMP/t.db
  tandem: importing LICENSE: line 1: the header of a ServiceNow incident log lacks `number`, `incident_state`, `sys_mod_count`, `opened_at`, `sys_updated_at`, `category`, `priority`, `assignment_group`, `assigned_to`
  [2]
  $ tandem import history $TMP/nowhere.csv --engagement servicenow-year --database $TMP/t.db
  tandem: opening $TMP/nowhere.csv: no such file
  [2]
  $ cut -d, -f2- $TMP/log.csv > $TMP/other.csv; tandem import history $TMP/other.csv --engagement servicenow-year --database $TMP/t.db
  tandem: importing $TMP/other.csv: line 1: the header of a ServiceNow incident log lacks `number`
  [2]
