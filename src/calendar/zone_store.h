// The zones that were read, kept as long as the program runs, and the reading of one from the system's database.
//
//   const ZoneTable* table = *ZoneStore::of_the_system().find("Europe/Berlin");
//
// Tables never move and never go away: there are a few hundred names at most, and a Zone is a pointer to one. What
// could not be read is not kept, so that a repaired file is read again. Thread-safe. Private to calendar/.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "calendar/zone_table.h"

namespace tandem::calendar {

class ZoneStore {
 public:
  // Zones below a folder of TZif files.
  explicit ZoneStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // The folder is $TZDIR where that is set, as for everybody else who reads zones, or else /usr/share/zoneinfo.
  [[nodiscard]] static ZoneStore& of_the_system();

  // Errors as Zone::find.
  [[nodiscard]] base::Result<const ZoneTable*> find(std::string_view name);
  // Sorted. Looks through the folder once.
  [[nodiscard]] const std::vector<std::string>& names();

 private:
  [[nodiscard]] base::Result<std::unique_ptr<const ZoneTable>> read(std::string_view name) const;

  const std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const ZoneTable>, std::less<>> tables_;  // guarded by mutex_
  std::optional<std::vector<std::string>> names_;                                // guarded by mutex_ until it is there
};

}  // namespace tandem::calendar
