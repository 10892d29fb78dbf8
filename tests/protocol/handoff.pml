/* The hand-off protocol, as the desk decides it: an offer has an epoch, an answer counts only for the epoch that is
 * pending, in time, and the giver holds until then. What comes straight back is in triage: it is not handed on until
 * those who are asked have ruled. A team may say "not ours" and keeps it until then. Two rule together; when they
 * differ, or their time is over, a third rules alone. Three teams, a network that delays, reorders, repeats and loses
 * what they send, a desk that may crash between any two of its writes, and people who leave.
 *
 * spin_test.sh has it searched: no assertion fails in any run, in no fair run an offer stays pending or a dispute open
 * for ever, and each mutant (-DMUTANT_…) fails, so that the properties can see what they are there for.
 *
 * The same protocol is explored in the real transition functions by exploration_test.cpp. */

#define TEAMS 3
#define EPOCHS 2   /* offers in one run */
#ifndef MESSAGES
#define MESSAGES 4 /* that the teams send in one run; each may arrive more than once, or never */
#endif

#ifdef MUTANT_OFFER_IN_TRIAGE
#define MAY_BE_HANDED_ON true
#else
#define MAY_BE_HANDED_ON !triage
#endif

mtype = { Offer, Accept, Decline, Withdraw, Move, NotOurs };
typedef Message {
  mtype kind;
  byte from;
  byte to;
  byte epoch;
}
chan net = [2] of { Message };
byte left = MESSAGES;
byte repeats = 2; /* of a message that has arrived */

/* The desk's record. */
bool holds[TEAMS]; /* kept apart for each team, so that two holders, or none, can be seen */
byte owner = 0;
bool pending = false;
byte receiver = 0;
byte epoch = 0;
bool over = false; /* the offer's time */
bool answered[EPOCHS + 1];
byte giver = TEAMS;     /* whose hand-off brought it where it is; TEAMS: nobody's */
bool disputed = false;
bool triage = false;    /* it is disputed because it came back */
byte holder = 0;        /* who had it when that began */
byte step = 0;          /* that is asked: 1, two together; 2, one alone */
bool spoke[2];
byte said[2];
bool step_over = false; /* the first step's time */

/* One transaction: whoever looks sees all of it or nothing. The mutant writes bit by bit, and may crash in between. */
inline move_to(team) {
  holds[owner] = false;
#ifdef MUTANT_TORN_WRITE
  assert( /* here the desk may crash, or somebody may look */
      holds[0] + holds[1] + holds[2] == 1);
#endif
  holds[team] = true;
  owner = team
}

inline raise(because_it_bounced) {
  disputed = true;
  triage = because_it_bounced;
  holder = owner;
  step = 1;
  spoke[0] = false;
  spoke[1] = false;
  said[0] = 0;
  said[1] = 0;
  step_over = false
}

inline settle() {
  disputed = false;
  triage = false;
  holder = 0;
  step = 0;
  spoke[0] = false;
  spoke[1] = false;
  said[0] = 0;
  said[1] = 0;
  step_over = false
}

/* Ruled: whoever it is given to, an offer that was pending is withdrawn where it moves. */
inline ruled(team) {
  settle();
  giver = TEAMS; /* the count begins anew */
  if
  :: team != owner ->
     if
     :: pending -> answer_once(epoch); pending = false
     :: else
     fi;
     move_to(team)
  :: else
  fi
}

inline answer_once(which) {
  assert(!answered[which]); /* an epoch is answered once */
  answered[which] = true
}

inline is_pending(message) {
#ifdef MUTANT_ANY_EPOCH
  ok = pending
#else
  ok = pending && message.epoch == epoch
#endif
}

proctype Desk() {
  Message m;
  bool ok;
  byte was = 0;
endDesk:
  do
  :: atomic {
       /* Any of what is on the way: the network reorders. It may come again later, or the desk may crash before it
        * has written anything, which is as if it had never come. */
       if
       :: net ?? m
       :: repeats > 0 && nempty(net) -> net ?? < m >; repeats--
       :: net ?? m -> goto forget
       fi;
       if
       :: m.kind == Offer ->
          if
          :: m.from == owner && !pending && m.to != owner && epoch < EPOCHS && MAY_BE_HANDED_ON ->
             assert(!triage); /* it went back and forth: it is not handed on */
             epoch++;
             pending = true;
             over = false;
             receiver = m.to;
#ifdef MUTANT_OFFER_MOVES
             holds[owner] = false;
             holds[m.to] = true
#endif
          :: else
          fi
       :: m.kind == Accept ->
          is_pending(m);
#ifndef MUTANT_LATE_ANSWER
          ok = ok && !over;
#endif
          if
          :: ok && m.from == receiver ->
             assert(m.epoch == epoch && !over);
             answer_once(epoch);
             pending = false;
             if
             :: disputed -> settle()
             :: else
             fi;
             was = owner;
             move_to(m.from);
             if
             :: giver == owner -> raise(true)
             :: else
             fi;
             giver = was;
             was = 0
          :: else
          fi
       :: m.kind == Decline ->
          is_pending(m);
          if
          :: ok && m.from == receiver && !over ->
             assert(m.epoch == epoch);
             answer_once(epoch);
             pending = false
          :: else
          fi
       :: m.kind == Withdraw ->
          is_pending(m);
          if
          :: ok && m.from == owner ->
             assert(m.epoch == epoch);
             answer_once(epoch);
             pending = false
          :: else
          fi
       :: m.kind == Move -> /* somebody left, the hour changed, the category did: the agreement names another team */
          if
          :: m.to != owner ->
#ifndef MUTANT_LEAVES_OFFER
             if
             :: pending -> answer_once(epoch); pending = false
             :: else
             fi;
#endif
#ifndef MUTANT_LEAVES_DISPUTE
             if
             :: disputed -> settle()
             :: else
             fi;
#endif
             move_to(m.to)
          :: else
          fi
       :: m.kind == NotOurs ->
          if
          :: m.from == owner && !disputed ->
             raise(false)
#ifdef MUTANT_RAISING_MOVES
             ;
             move_to(m.to)
#endif
          :: else
          fi
       fi;
forget:
       m.kind = 0; m.from = 0; m.to = 0; m.epoch = 0; ok = false
     }
  :: atomic { pending && !over -> over = true } /* time passes */
  :: atomic {                                   /* and the desk comes round to it, late perhaps */
       pending && over ->
       answer_once(epoch);
       pending = false
     }
#ifndef MUTANT_STEP_FOR_EVER
  :: atomic { disputed && step == 1 && !step_over -> step_over = true }
  :: atomic { disputed && step == 1 && step_over -> step = 2 }
#endif
  od
}

/* Of the two who rule together each may speak, or be silent for ever; they come round or differ. */
proctype Pair(byte me) {
  byte team;
endPair:
  do
  :: atomic {
       disputed && step == 1 && !spoke[me] ->
       if
       :: team = 0
       :: team = 1
       :: team = 2
       :: goto silent
       fi;
       spoke[me] = true;
       said[me] = team;
       if
#ifdef MUTANT_ONE_RULES
       :: true -> assert(spoke[0] && spoke[1]); ruled(team)
#else
       :: spoke[0] && spoke[1] && said[0] == said[1] -> ruled(team)
       :: spoke[0] && spoke[1] && said[0] != said[1] -> step = 2
       :: else
#endif
       fi;
       team = 0
     }
  od;
silent:
  team = 0
}

/* The last who is asked stays asked, and speaks some time. */
proctype Last() {
  byte team;
endLast:
  do
  :: atomic {
       disputed && step == 2 ->
       if
       :: team = 0
       :: team = 1
       :: team = 2
       fi;
       ruled(team);
       team = 0
     }
  od
}

/* A team sends what it thinks fit, by what it saw when it looked last. */
proctype Team(byte me) {
  byte to;
  byte seen = 0;
endTeam:
  do
  :: atomic { left > 0 -> left--; seen = epoch };
     if
     :: to = (me + 1) % TEAMS; net ! Offer, me, to, 0
     :: to = (me + 2) % TEAMS; net ! Offer, me, to, 0
     :: seen > 0 -> net ! Accept, me, 0, seen
     :: seen > 0 -> net ! Decline, me, 0, seen
     :: seen > 0 -> net ! Withdraw, me, 0, seen
     :: net ! Move, me, me, 0
     :: net ! NotOurs, me, (me + 1) % TEAMS, 0
     fi;
     to = 0;
     seen = 0
  :: left == 0 -> break
  od
}

/* Exactly one team holds it, whenever anybody looks, an offer never points at who has it, and while it is disputed whoever
 * has it keeps it. */
proctype Watch() {
endWatch:
  atomic {
    !(holds[0] + holds[1] + holds[2] == 1 && holds[owner] && !(pending && receiver == owner) &&
      !(disputed && holder != owner)) -> assert(false)
  }
}

init {
  atomic {
    holds[0] = true;
    run Watch();
    run Desk();
    run Team(0);
    run Team(1);
    run Team(2);
    run Pair(0);
    run Pair(1);
    run Last()
  }
}

/* An offer ends: it is answered, withdrawn, taken back by a move, or its time is over. */
ltl answered { [] (pending -> <> !pending) }

/* And so does a dispute: it is ruled, or settled by a move. */
ltl settled { [] (disputed -> <> !disputed) }
