// What people may ask of a ticket, a few words at a time: each exploration puts together those that it is about. Asked
// is what the ticket, as it is, could make anything of; the epochs of hand-offs are all that were ever given out and
// one that was not; rulings name the question that is asked, and the one before it.
#pragma once

#include "protocol/desk_world.h"

namespace tandem::protocol {

using Asks = std::vector<Ask>;
using Alphabet = std::function<void(const desk::Ticket&, std::size_t item, Asks&)>;

// One after the other.
[[nodiscard]] std::function<Asks(const desk::Ticket&, std::size_t item)> together(std::vector<Alphabet> alphabets);

[[nodiscard]] Alphabet handoffs(std::uint32_t offers);  // so many at most, from every team to every other; and answers
[[nodiscard]] Alphabet named_handoffs(std::uint32_t offers);  // to cid by name
[[nodiscard]] Alphabet work();                                // take, wait for the requester, resume
[[nodiscard]] Alphabet team();                                // acknowledge, assign to each, release
[[nodiscard]] Alphabet end();                                 // resolve, close
[[nodiscard]] Alphabet reopening(std::uint32_t times);
[[nodiscard]] Alphabet facts();                     // category, priority, strategic implications
[[nodiscard]] Alphabet disputes();                  // raise, take back, rule for each team
[[nodiscard]] Alphabet links(desk::LinkKind kind);  // with the other item: link, unlink
[[nodiscard]] Alphabet merging();                   // into the other item
[[nodiscard]] Alphabet vendor_case();               // chase, answer
[[nodiscard]] Alphabet change();
[[nodiscard]] Alphabet decision();
[[nodiscard]] Alphabet major();

// Only of the first item.
[[nodiscard]] Alphabet of_first(Alphabet alphabet);

// What is opened.
[[nodiscard]] desk::OpenTicket incident(std::uint64_t number);
[[nodiscard]] desk::OpenTicket vendor_case_for(std::size_t item);
[[nodiscard]] desk::OpenTicket planned(desk::ChangeKind kind);
[[nodiscard]] desk::OpenTicket question();

}  // namespace tandem::protocol
