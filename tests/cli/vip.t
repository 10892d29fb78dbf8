The register of VIPs at the command line.

  $ tandem demo --database $TMP/vips.db > /dev/null
  $ tandem vip add Chief@harbor.example --name "Ada Chief" --note "the board" --engagement quarry-dental --database $TMP/vips.db
  chief@harbor.example is in the register: tickets that are opened from now on are a VIP's
  $ tandem vip add partner@quarry.example --engagement quarry-dental --database $TMP/vips.db
  partner@quarry.example is in the register: tickets that are opened from now on are a VIP's
  $ tandem vip list --engagement quarry-dental --database $TMP/vips.db | sed 's/since [^ ]*/since THEN/'
  chief@harbor.example    Ada Chief               since THEN by command line  the board
  partner@quarry.example  partner@quarry.example  since THEN by command line

Letters of an address count alike, large or small, and it is in the register once.

  $ tandem vip add CHIEF@harbor.example --engagement quarry-dental --database $TMP/vips.db
  tandem: `email` is in the register already
  [2]

Who is taken out stays in the history.

  $ tandem vip remove CHIEF@HARBOR.example --engagement quarry-dental --database $TMP/vips.db
  chief@harbor.example is taken out of the register; tickets that are open stay as they are
  $ tandem vip list --engagement quarry-dental --database $TMP/vips.db | sed 's/since [^ ]*/since THEN/'
  partner@quarry.example  partner@quarry.example  since THEN by command line
  $ tandem vip list --removed --engagement quarry-dental --database $TMP/vips.db | sed 's/since [^ ]*/since THEN/; s/out [^ ]*/out THEN/'
  chief@harbor.example    Ada Chief               since THEN by command line, taken out THEN by command line  the board
  partner@quarry.example  partner@quarry.example  since THEN by command line
  $ tandem vip remove chief@harbor.example --engagement quarry-dental --database $TMP/vips.db
  tandem: `chief@harbor.example` is not in the register, as `tandem vip list` has it
  [2]

What is wrong is named, all of it at once.

  $ tandem vip add nobody --note "$(printf 'two\nlines')" --engagement quarry-dental --database $TMP/vips.db
  tandem: `email` is no address that a requester could have
  tandem: `note` is one line of what can be seen
  [2]
  $ tandem vip list --engagement nowhere --database $TMP/vips.db
  tandem: there is no such engagement
  [2]
  $ tandem vip --help
  The register of VIPs: whose tickets are a VIP's from when they are opened
  Usage: tandem vip [OPTIONS] SUBCOMMAND

  Options:
    -h,--help                   Print this help message and exit

  Subcommands:
    list                        List who is in the register, since when and by whom
    add                         Put somebody into the register; tickets that are open stay as they are
    remove                      Take somebody out of the register; they stay in its history
