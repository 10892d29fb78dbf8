// What each part of an event is made of, in the order in which it is written: the one description that Writer and
// Reader both follow, so that they cannot differ. Private to this folder.
//
// A member added later is optional and stands last, so that records written before read as its default. Nothing here is
// renamed, moved or removed: that is a new version of the format.
#pragma once

#include "record/action_members.h"
#include "record/catalogue_members.h"
#include "record/change_members.h"
#include "record/decision_members.h"
#include "record/major_members.h"
#include "record/related_members.h"
#include "record/talk_members.h"
#include "record/ticket_members.h"
