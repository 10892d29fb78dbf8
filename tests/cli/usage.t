The commands.

  $ tandem --help
  The desk that a business and its IT provider share, run by their agreement.
  Usage: tandem [OPTIONS] SUBCOMMAND

  Options:
    -h,--help                   Print this help message and exit
    --version                   Display program version information and exit

  Subcommands:
    check                       Compile an agreement and tell what is wrong with it
    fix                         Make the repairs of an agreement that are beyond doubt, in its files
    fmt                         Write agreements in one style; comments and order stay
    lsp                         Serve editors: the Language Server Protocol on standard input and output
    explain                     Tell what a finding means and how to repair it, or list them all
    schema                      Print the JSON Schema of agreements, for editors
    why                         Tell who owns a piece of work at an instant, who answers for it, and why
    test                        Try the expectations of an agreement (exit status 1 when one fails)
    diff                        Tell what another text of an agreement changes for whom (exit status 1)
    new                         Write a draft of an agreement
    fit                         Tell whether co-managed IT is right for a company, and why (exit status 1: too little is known)
    calendar                    Show open hours, shifts, duty, gaps and holidays
    serve                       Run the server
    demo                        Fill a new database with two demo engagements
    adopt                       Put an agreement in force: a new engagement, or a new version of one
    account                     Accounts: who may sign in
    token                       Tokens: how programs sign in
    leave                       Leave: who is away; a running server takes changes up within a minute
    vip                         The register of VIPs: whose tickets are a VIP's from when they are opened
    report                      Tell who held work how long, who was waited for and what came of targets
    import                      Read another system's data
    rebuild                     Make every read table anew from the events
    ledger                      The ledger: what happened, so that nobody rewrites it unnoticed


  $ tandem
  tandem: name a command
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]
  $ tandem chekc
  tandem: there is no command `chekc`: did you mean `check`?
  [2]
  $ tandem serve
  tandem: --database is required
  `tandem --help` and `tandem COMMAND --help` tell more
  [2]

A mistyped option is named, whatever stands around it.

  $ tandem calendar shifts examples/harbor-cu --form 2026-12-01
  tandem: there is no option `--form`: did you mean `--from`?
  [2]
  $ tandem why examples/harbor-cu --categroy=network
  tandem: there is no option `--categroy`: did you mean `--category`?
  [2]

What may be left out is told as what may be left out.

  $ tandem check --help | sed -n '2,3p'
  Usage: tandem check [OPTIONS] PATH
         tandem check [OPTIONS] --offer FILE [PATH]
  $ tandem new --help | grep -- --template
    --template NAME ...         ready-made arrangements: one, or several with commas between

A language server that is spoken to in another language says so.

  $ printf 'GET / HTTP/1.1\r\n\r\n' | tandem lsp
  tandem: standard input does not speak the Language Server Protocol: a message begins with `Content-Length: N` and an empty line; `tandem lsp` is meant for an editor to start
  [2]
  $ printf 'Content-Length: many\r\n\r\n' | tandem lsp
  tandem: standard input does not speak the Language Server Protocol: a message begins with `Content-Length: N` and an empty line; `tandem lsp` is meant for an editor to start
  [2]
