// A box of work in words: "critical password-reset at harbor-east by email, while `office` is closed".
//
//   const WorkWords words(work);
//   words.of(change.where);
//   words.work(change.where);       // "critical password-reset at harbor-east by email"
//   words.when(change.where);       // "while `office` is closed"
//
// A column of which the box has everything is not told; where it has more than half of the values, those left out are.
// Refers to `work`.
#pragma once

#include <string>

#include "agreement/diff/joint_work.h"
#include "agreement/diff/moment_words.h"

namespace tandem::agreement::diff {

class WorkWords {
 public:
  explicit WorkWords(const JointWork& work) : work_(&work), moments_(work.sides()) {}
  [[nodiscard]] std::string of(const proof::Box& box);
  // Its two parts: without the times, and the times alone, which are "" for always.
  [[nodiscard]] std::string work(const proof::Box& box) const;
  [[nodiscard]] const std::string& when(const proof::Box& box);
  // Of a part of `whole`, only that in which it is less: "from vip requesters while `office` is open".
  [[nodiscard]] std::string of_exception(const proof::Box& part, const proof::Box& whole);

 private:
  [[nodiscard]] std::string what(const proof::Box& box) const;   // priority and category
  [[nodiscard]] std::string where(const proof::Box& box) const;  // the other facts
  [[nodiscard]] std::string loads(const proof::Box& box) const;
  void add_facts(const proof::Box& box, std::string& words) const;
  void add_when(const proof::Box& box, std::string& words);

  const JointWork* work_;
  MomentWords moments_;
};

}  // namespace tandem::agreement::diff
