/* The hand-off protocol, as the desk decides it: an offer has an epoch, an answer counts only for the epoch that is
 * pending, in time, and the giver holds until then. Three teams, a network that delays, reorders, repeats and loses what
 * they send, a desk that may crash between any two of its writes, and people who leave.
 *
 * spin_test.sh has it searched: no assertion fails in any run, an offer does not stay pending for ever in any fair run,
 * and each mutant (-DMUTANT_…) fails, so that the properties can see what they are there for.
 *
 * The same protocol is explored in the real transition functions by handoff_exploration_test.cpp. */

#define TEAMS 3
#define EPOCHS 2   /* offers in one run */
#ifndef MESSAGES
#define MESSAGES 4 /* that the teams send in one run; each may arrive more than once, or never */
#endif

mtype = { Offer, Accept, Decline, Withdraw, Move };
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
          :: m.from == owner && !pending && m.to != owner && epoch < EPOCHS ->
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
             move_to(m.from)
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
             move_to(m.to)
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
     fi;
     to = 0;
     seen = 0
  :: left == 0 -> break
  od
}

/* Exactly one team holds it, whenever anybody looks, and an offer never points at who has it. */
proctype Watch() {
endWatch:
  atomic {
    !(holds[0] + holds[1] + holds[2] == 1 && holds[owner] && !(pending && receiver == owner)) -> assert(false)
  }
}

init {
  atomic {
    holds[0] = true;
    run Watch();
    run Desk();
    run Team(0);
    run Team(1);
    run Team(2)
  }
}

/* An offer ends: it is answered, withdrawn, taken back by a move, or its time is over. */
ltl answered { [] (pending -> <> !pending) }
