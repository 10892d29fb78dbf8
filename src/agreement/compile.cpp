#include "agreement/compile.h"

#include <system_error>

#include "agreement/bind.h"
#include "agreement/checks/checks.h"
#include "agreement/exceptions.h"
#include "agreement/limits.h"
#include "agreement/load.h"
#include "agreement/lower.h"
#include "policy/recorded_leave.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

void add_leave(policy::Spec& spec, const std::vector<FurtherLeave>& leave) {
  std::map<std::string_view, std::vector<policy::RecordedLeave>> by_person;
  for (const FurtherLeave& each : leave) by_person[each.person].push_back({each.during, {each.words}});
  for (policy::Person& person : spec.people) {
    const auto found = by_person.find(person.name);
    if (found != by_person.end()) policy::add_recorded_leave(person, std::move(found->second));
  }
}

// Tries the policy out.
void rehearse(const Agreement& agreement, std::shared_ptr<const policy::Policy> made, const Loaded& loaded,
              const Options& options, Silencer& silencer, Compiled& out) {
  const policy::Policy& policy = *made;
  const Horizon horizon = horizon_of(agreement.effective.value, options.today, options.horizon, policy.zone());
  const proof::Analysis analysis(policy.spec(), horizon.during);
  const ProofContext context{agreement, out.sources, policy, analysis, horizon};
  Reports reports;
  check_never_open(agreement, policy, reports);
  run_proofs(context, reports);
  check_expectation_failed(agreement, {.policy = policy, .places = TextPlaces(out.sources, loaded.files)}, reports);
  silencer.pass(reports, out.findings);
  out.summary = summary_of(context);
  out.summary->policy = std::move(made);
  out.summary->exceptions = silencer.granted();
}

void compile(const Loaded& loaded, const Options& options, Compiled& out) {
  if (!loaded.root) return;
  if (options.index) out.index.emplace();
  out.agreement = bind(*loaded.root, loaded.complete, out.findings, out.index ? &*out.index : nullptr);
  if (out.index) {
    out.index->symbols.settle();
    out.index->places.settle();
    out.index->inclusions = loaded.inclusions;
  }
  const Agreement& agreement = *out.agreement;
  out.engagement = agreement.engagement.good() ? agreement.engagement.value : "";

  // Of an agreement with a part missing, absence proves nothing.
  if (!loaded.complete) return;
  const bool readable = !out.findings.has_errors();
  Silencer silencer(agreement, options.today);
  Reports reports;
  run_checks(agreement, reports);
  if (!options.assets) silencer.pass_over(diag::Kind::AssetWithoutClass);
  if (options.assets) {
    const auto file = out.sources.add(options.assets->file, options.assets->text);
    check_asset_without_class(agreement, *options.assets, file, reports);
  }
  silencer.pass(reports, out.findings);
  if (options.depth == Depth::Text) {
    if (readable) silencer.report(out.findings, /*everything_checked=*/false);
    return;
  }
  const bool sound = !out.findings.has_errors();
  if (sound) {
    policy::Spec spec = lower(agreement, {.sources = out.sources, .files = loaded.files, .version = options.version});
    add_leave(spec, options.leave);
    auto policy = policy::Policy::make(std::move(spec));
    if (options.rehearsal == Rehearsal::Run) rehearse(agreement, policy, loaded, options, silencer, out);
    if (!out.findings.has_errors()) out.policy = std::move(policy);
  }
  // Whether an exception silences anything is known only when everything was looked for.
  if (readable && options.rehearsal == Rehearsal::Run) silencer.report(out.findings, sound);
}

}  // namespace

base::Result<Compiled> compile_files(FileReader& files, const std::string& first, const std::string& shown_folder,
                                     const Options& options) {
  Compiled out;
  TANDEM_TRY(auto loaded, load(files, first, shown_folder, out.findings));
  out.sources = std::move(loaded.sources);
  out.bundle.root = first;
  for (std::size_t i = 0; i < loaded.files.size(); ++i) {
    out.bundle.files.emplace(loaded.files[i], out.sources.text(static_cast<source::FileId>(i)));
  }
  compile(loaded, options, out);
  out.files = std::move(loaded.files);
  out.findings.arrange(kFindingsOfAKind);
  return out;
}

base::Result<Compiled> compile_path(const std::string& path, const Options& options) {
  std::error_code error;
  const fs::path given(path);
  if (fs::is_directory(given, error)) {
    FolderReader files(given);
    const std::string shown = path.ends_with('/') ? path : path + "/";
    return compile_files(files, "agreement.yaml", shown, options);
  }
  if (!fs::exists(given, error)) {
    return base::fail(
        base::ErrorCode::NotFound,
        fmt::format("there is no file or folder `{}`: give the folder of an agreement, or its file", path));
  }
  // The folder is that of the name as given, so that a link to an agreement does not move what it includes.
  const fs::path folder = given.parent_path().empty() ? fs::path(".") : given.parent_path();
  const std::string shown = path.substr(0, path.size() - given.filename().string().size());
  FolderReader files(folder);
  return compile_files(files, given.filename().string(), shown, options);
}

Compiled compile_bundle(const Bundle& bundle, const Options& options) {
  MemoryReader files(bundle.files);
  auto compiled = compile_files(files, bundle.root, "", options);
  if (compiled) {
    compiled->bundle = bundle;
    return *std::move(compiled);
  }
  Compiled out;
  const auto file = out.sources.add(bundle.root, "");
  out.findings.add(diag::Kind::UnknownReference, {file, 0, 0}, compiled.error().message);
  out.bundle = bundle;
  return out;
}

}  // namespace tandem::agreement
