#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "models_folder.h"
#include "quoth/annotate/syntax_model_file.h"
#include "quoth/attribute/attribution_model_file.h"
#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/classify/check_samples.h"
#include "quoth/classify/statement_model_file.h"
#include "quoth/io/output_file.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth inspect                                        the shipped model
  quoth inspect --json mine.quoth | jq .card.heads
)";

using Json = nlohmann::ordered_json;

Json card_of(const ModelFile& file) {
  try {
    return Json::parse(file.section("card"));
  } catch (const Json::parse_error& error) {
    throw Error(file.path(), fmt::format("its card is no JSON from byte {} on", error.byte), "",
                "the file is damaged, copy it again or retrain");
  }
}

Json json_of(const ModelFile& file, const Json& card, const SampleCheck& check) {
  Json sections = Json::array();
  for (const ModelSectionInfo& info : file.sections()) {
    sections.push_back({{"name", info.name},
                        {"offset", info.offset},
                        {"size", info.size},
                        {"crc32", fmt::format("{:08x}", info.crc32)}});
  }
  return {{"kind", file.kind()},
          {"format_version", kModelFormatVersion},
          {"size", file.size()},
          {"sections", std::move(sections)},
          {"samples", check.samples},
          {"samples_as_stored", check.same},
          {"card", card}};
}

// A card's entry and what it holds, two spaces deeper a level; lists of objects as one line an object.
void append_entry(const std::string& name, const Json& value, std::size_t indent, std::string& out) {
  if (value.is_object()) {
    out += fmt::format("{:{}}{}\n", "", indent, name);
    for (const auto& [key, inner] : value.items()) append_entry(key, inner, indent + 2, out);
    return;
  }
  if (value.is_array() && !value.empty() && value.front().is_object()) {
    out += fmt::format("{:{}}{}\n", "", indent, name);
    for (const Json& inner : value) out += fmt::format("{:{}}{}\n", "", indent + 2, inner.dump());
    return;
  }
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  out += fmt::format("{:{}}{:<{}} {}\n", "", indent, name, indent > 24 ? std::size_t{1} : 24 - indent, text);
}

std::string description_of(const ModelFile& file, const Json& card, const SampleCheck& check) {
  std::string text = fmt::format("{}: a model of kind \"{}\", format version {}, {} bytes\n\n", file.path(),
                                 file.kind(), kModelFormatVersion, file.size());
  for (const auto& [key, value] : card.items()) append_entry(key, value, 0, text);
  text += fmt::format("\n{:<23} {:>12} {:>12}  {}\n", "section", "offset", "bytes", "crc32");
  for (const ModelSectionInfo& info : file.sections()) {
    text += fmt::format("{:<23} {:>12} {:>12}  {:08x}\n", info.name, info.offset, info.size, info.crc32);
  }
  return text + fmt::format("\n{} of {} samples give what is stored\n", check.same, check.samples);
}

// A check of the samples that a model of any kind holds.
SampleCheck check_samples_of(const ModelFile& file) {
  if (file.kind() == kSyntaxModelKind) {
    const SyntaxSampleCheck check = check_syntax_samples(file);
    return {check.samples, check.same};
  }
  if (file.kind() == kAttributionModelKind) {
    const AttributionSampleCheck check = check_attribution_samples(file);
    return {check.samples, check.same};
  }
  file.expect_kind(kStatementModelKind);
  return check_samples(file);
}

void inspect(const std::string& given, bool as_json) {
  const std::string path = given.empty() ? find_shipped_statement_model() : given;
  const ModelFile file = ModelFile::read(path);
  const SampleCheck check = check_samples_of(file);
  const Json card = card_of(file);
  OutputFile("-").write(as_json ? json_of(file, card, check).dump(1) + "\n" : description_of(file, card, check));
  if (check.same != check.samples) {
    throw Error(path,
                fmt::format("{} of its samples score otherwise than when it was made", check.samples - check.same),
                "the stored scores", "retrain, or use the program that wrote it");
  }
}

}  // namespace

void add_inspect_command(CLI::App& program) {
  CLI::App* command = program.add_subcommand(
      "inspect", "Show what a model was trained on, its figures and sections, and check that it scores as it did.");
  command->footer(kExamples);
  const auto path = std::make_shared<std::string>();
  const auto as_json = std::make_shared<bool>(false);
  command->add_option("MODEL", *path, "The model file; the shipped one if not given");
  command->add_flag("--json", *as_json, "Print one JSON object");
  command->callback([path, as_json] { inspect(*path, *as_json); });
}

}  // namespace quoth
