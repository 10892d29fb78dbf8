What an agreement comes to, for as long as it is asked about.

  $ tandem check --today 2026-10-01 examples/harbor-cu
  $ tandem check --today 2026-10-01 --horizon 90d examples/harbor-cu | sed -n 2p
  $ tandem check --today 2027-11-02 --horizon '6 months' examples/harbor-cu | sed -n 2p
  $ tandem check --horizon forever examples/harbor-cu

What it lets pass is told there too.

  $ tandem check --today 2026-10-01 examples/quarry-dental

A team that is closed at night, with nobody to step in: for people, and for programs.

  $ sed 's/, hours: office, cover: \[desk\]}/, hours: office, cover: [soc]}/; s/^  soc:.*/  soc:       {party: northbeam, lead: mei,   members: [mei, otto], hours: office}/' examples/harbor-cu/agreement.yaml > $TMP/agreement.yaml
  $ cd $TMP && tandem check --today 2026-10-01 agreement.yaml
  $ tandem check --today 2026-10-01 --format json $TMP/agreement.yaml | python3 -c 'import json, sys; s = json.load(sys.stdin)["summary"]; print(s["errors"], s["hours"], s["hours_covered"], s["longest_unseen"][0])'

Leave that a calendar knows of closes a team as leave in the text does.

  $ printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261107\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nSUMMARY:Leave\nATTENDEE;PARTSTAT=ACCEPTED:mailto:mei@northbeam.example\nEND:VEVENT\nEND:VCALENDAR\n' > $TMP/leave.ics
  $ tandem check --today 2026-10-01 --leave $TMP/leave.ics examples/harbor-cu 2>&1 | grep -e warning -e absences
  $ tandem check --today 2026-10-01 --leave otto=$TMP/leave.ics examples/harbor-cu | grep absences
  $ sed -i '/ATTENDEE/d' $TMP/leave.ics
  $ tandem check --leave $TMP/leave.ics examples/harbor-cu
  $ tandem check --leave nobody=$TMP/leave.ics examples/harbor-cu
  $ tandem check --leave $TMP/none.ics examples/harbor-cu

Assets that no class of the agreement takes in.

  $ printf 'Name,Location,Class\nsrv-1,main-street,server\nprn-1,main-street,printer\nprn-2,harbor-east,Printer\npc-1,harbor-east,workstaton\npc-2,harbor-east,\n' > $TMP/assets.csv
  $ tandem check --today 2026-10-01 --quiet --assets $TMP/assets.csv examples/harbor-cu
  $ printf 'host,kind\nsrv-1,server\n' > $TMP/assets.csv
  $ tandem check --assets $TMP/assets.csv examples/harbor-cu
