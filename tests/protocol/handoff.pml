/* The hand-off protocol, as the desk decides it: an offer has an epoch, an answer counts only for the epoch that is
 * pending, in time, and the giver holds until then. What comes straight back, or was handed on too often, is in triage:
 * it is not handed on until those who are asked have ruled. A team may say "not ours" and keeps it until then. Two rule
 * together; when they differ, or their time is over, one of them rules alone. Each step that is asked is a question
 * with a number, and a ruling counts only for the one that it names: the same person is asked at both steps. Who leaves
 * is not waited for, and in their place whoever is accountable is asked.
 *
 * Nothing is kept of what is on its way. A network that delays, repeats, reorders and loses can have anything arrive
 * that somebody could have said before, or nothing; and whoever knows no more than the numbers that were given out could
 * have said any of it. So anything arrives at any time, from anybody, any number of times: with every number that was
 * given out, and with those that were not. What is bounded is how much is begun: offers, and how often a team says "not
 * ours". A desk that crashes before it has written anything is one where the message was lost; one that crashes between
 * two writes is a mutant, because it writes in one transaction.
 *
 * spin_test.sh has it searched: no assertion fails in any run, in no fair run an offer stays pending or a dispute open
 * for ever, and each mutant (-DMUTANT_…) fails, so that the properties can see what they are there for.
 *
 * The same protocol is explored in the real transition functions by exploration_test.cpp. */

#define TEAMS 3
#define NOBODY TEAMS
#define BOUNCES 2 /* that are agreed */
#ifndef OFFERS
#define OFFERS 3 /* in one run */
#endif
#ifndef RAISED
#define RAISED 1 /* times that a team says "not ours" */
#endif

/* The desk's record. */
bool holds[TEAMS]; /* kept apart for each team, so that two holders, or none, can be seen */
byte owner = 0;
bool pending = false;
byte receiver = 0;
byte epoch = 0;
bool over = false; /* the offer's time */
bool answered[OFFERS + 1];
byte giver = NOBODY; /* whose hand-off brought it where it is */
byte handed = 0;     /* how often it was handed on, up to the agreed bounces */
byte raised = 0;
bool disputed = false;
bool triage = false; /* it is disputed because it came back */
byte holder = 0;     /* who had it when that began */
byte step = 0;       /* that is asked: 1, two together; 2, the second of them; 3, whoever is accountable */
byte question = 0;   /* the number of what is asked, or was last */
byte said[2];        /* for which team each of the two has ruled */
bool step_over = false; /* the first step's time */
bool gone[2];        /* has left the agreement */

#ifdef MUTANT_OFFER_IN_TRIAGE
#define MAY_BE_HANDED_ON true
#else
#define MAY_BE_HANDED_ON !triage
#endif
#ifdef MUTANT_ANY_EPOCH
#define IS_PENDING(named) true
#else
#define IS_PENDING(named) (named == epoch)
#endif
#ifdef MUTANT_LATE_ANSWER
#define IN_TIME true
#else
#define IN_TIME !over
#endif
#ifdef MUTANT_ANY_QUESTION
#define IS_ASKED(named) true
#else
#define IS_ASKED(named) (named == question)
#endif
#ifdef MUTANT_TORN_WRITE
#define BETWEEN_WRITES if :: goto endAgain /* the desk crashes, and begins again with what was written */ :: skip fi
#else
#define BETWEEN_WRITES skip
#endif

inline move_to(team) {
  holds[owner] = false;
  BETWEEN_WRITES;
  holds[team] = true;
  owner = team
}

inline answer_once() {
  assert(!answered[epoch]); /* an offer ends once */
  answered[epoch] = true;
  pending = false;
  receiver = 0;
  over = false
}

inline ask(which) {
  step = which;
  question++;
  said[0] = NOBODY;
  said[1] = NOBODY;
  step_over = false
}

inline ask_next() {
  ask((step == 1 && !gone[1] -> 2 : 3))
}

inline raise(because_it_bounced) {
  disputed = true;
  triage = because_it_bounced;
  holder = owner;
  ask(1)
}

inline settle() {
  disputed = false;
  triage = false;
  holder = 0;
  step = 0;
  said[0] = NOBODY;
  said[1] = NOBODY;
  step_over = false
}

/* A pending offer is withdrawn where it moves. */
inline leave_to(team) {
  if
#ifndef MUTANT_LEAVES_OFFER
  :: pending -> answer_once()
#endif
  :: else
  fi;
  move_to(team)
}

inline ruled(team) {
  settle();
  giver = NOBODY; /* the count begins anew */
  handed = 0;
  if
  :: team != owner -> leave_to(team)
  :: else
  fi
}

/* Those two who are still there have all spoken, and for one team. */
#define SPOKE(who) (gone[who] || said[who] != NOBODY)
#define ALL_SPOKE (SPOKE(0) && SPOKE(1) && !(gone[0] && gone[1]))
#define AGREED (ALL_SPOKE && (gone[0] || gone[1] || said[0] == said[1]))
#define VERDICT (gone[0] -> said[1] : said[0])

inline conclude() {
  if
  :: AGREED -> verdict = VERDICT; ruled(verdict)
  :: ALL_SPOKE && !AGREED -> ask_next()
  :: else
  fi
}

/* What arrives from one team: offers and answers, as they were sent at some time before. */
proctype From(byte me) {
  byte to;
  byte named;
endAgain:
  do
  :: atomic {
       select(to : 0 .. 2);
       if
       :: me == owner && to != owner && !pending && epoch < OFFERS && MAY_BE_HANDED_ON ->
          assert(!triage); /* it went back and forth: it is not handed on */
          epoch++;
          pending = true;
          receiver = to;
#ifdef MUTANT_OFFER_MOVES
          holds[to] = true;
#endif
       :: else
       fi;
       to = 0
     }
  :: atomic {
       select(named : 1 .. OFFERS);
       if
       :: pending && me == receiver && IS_PENDING(named) && IN_TIME ->
          assert(named == epoch && !over);
          if
          :: answer_once() /* accepted */;
             if
             :: disputed -> settle()
             :: else
             fi;
             to = owner;
             move_to(me);
             if
             :: giver == owner || handed >= BOUNCES -> raise(true)
             :: else
             fi;
             giver = to;
             handed = (handed < BOUNCES -> handed + 1 : handed)
          :: answer_once() /* declined */
          fi
       :: else
       fi;
       to = 0;
       named = 0
     }
  :: atomic {
       select(named : 1 .. OFFERS);
       if
       :: pending && me == owner && named == epoch -> answer_once() /* withdrawn */
       :: else
       fi;
       named = 0
     }
  :: atomic {
       me == owner && !disputed && raised < RAISED -> /* not ours */
       raised++;
       raise(false);
#ifdef MUTANT_RAISING_MOVES
       move_to((me + 1) % TEAMS);
#endif
     }
  :: atomic { me == owner && disputed && !triage -> settle() /* and takes that back */ }
  od
}

#define DECIDES(who) \
  (step == 1 && who < 2 && !gone[who % 2] || step == 2 && who == 1 && !gone[1] || step == 3 && who == 2)

/* Rulings that arrive, for any question that was ever asked. */
proctype Rulings() {
  byte who;
  byte team;
  byte named;
  byte verdict;
endAgain:
  do
  :: atomic {
       disputed ->
       select(who : 0 .. 2);
       select(team : 0 .. 2);
       select(named : 1 .. question);
       if
       :: DECIDES(who) && IS_ASKED(named) ->
          assert(named == question);
          if
          :: step == 1 ->
             said[who] = team;
#ifdef MUTANT_ONE_RULES
             assert(AGREED);
             ruled(team)
#else
             conclude()
#endif
          :: else -> ruled(team)
          fi
       :: else
       fi;
       who = 0;
       team = 0;
       named = 0;
       verdict = 0
     }
  od
}

/* Whoever is asked alone speaks some time. */
proctype Last() {
  byte team;
endAgain:
  do
  :: atomic {
       disputed && (step == 2 && !gone[1] || step == 3) ->
       select(team : 0 .. 2);
       ruled(team);
       team = 0
     }
  od
}

/* Time passes, and the desk comes round to it, late perhaps. */
proctype Time() {
  byte verdict;
endAgain:
  do
  :: atomic { pending && !over -> over = true }
#ifndef MUTANT_OFFER_FOR_EVER
  :: atomic { pending && over -> answer_once() /* expired: whoever gave it has it */ }
#endif
  :: atomic { disputed && step == 1 && !step_over -> step_over = true }
#ifndef MUTANT_STEP_FOR_EVER
  :: atomic { disputed && step == 1 && (step_over || gone[0] && gone[1]) -> ask_next() }
#endif
#ifndef MUTANT_LEAVER_IS_WAITED_FOR
  :: atomic { disputed && step == 2 && gone[1] -> ask_next() }
#endif
  :: atomic { disputed && step == 1 && AGREED -> verdict = VERDICT; ruled(verdict); verdict = 0 } /* the others left */
  od
}

/* Somebody leaves, the hour changes, or the category does: the agreement names another team, or others decide. */
proctype World() {
  byte to;
endAgain:
  do
  :: atomic {
       select(to : 0 .. 2);
       if
       :: to != owner ->
          if
#ifndef MUTANT_LEAVES_DISPUTE
          :: disputed -> settle()
#endif
          :: else
          fi;
          leave_to(to)
       :: else
       fi;
       to = 0
     }
  :: atomic { !gone[0] -> gone[0] = true }
  :: atomic { !gone[1] -> gone[1] = true }
  od
}

/* Whenever anybody looks, exactly one team holds it, an offer never points at who has it, and while it is disputed
 * whoever has it keeps it. */
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
    said[0] = NOBODY;
    said[1] = NOBODY;
    run Watch();
    run From(0);
    run From(1);
    run From(2);
    run Rulings();
    run Last();
    run Time();
    run World()
  }
}

/* An offer ends: it is answered, withdrawn, taken back by a move, or its time is over. */
ltl answered_some_time { [] (pending -> <> !pending) }

/* And so does a dispute: it is ruled, or settled by a move. */
ltl settled_some_time { [] (disputed -> <> !disputed) }
