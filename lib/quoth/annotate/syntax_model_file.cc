#include "quoth/annotate/syntax_model_file.h"

#include <algorithm>

#include "quoth/annotate/syntax_file_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

constexpr const char* kCopyAgain = "the file is damaged, copy it again or retrain";

std::string name_bytes(const SyntaxParts& parts) {
  ByteWriter writer;
  writer.u32(kSyntaxFeatureVersion);
  for (const std::vector<std::string>* names : {&parts.tags, &parts.relations}) {
    writer.u32(static_cast<std::uint32_t>(names->size()));
    for (const std::string& name : *names) writer.string(name);
  }
  return writer.take();
}

std::vector<std::string> read_names(ByteReader& reader) {
  std::vector<std::string> names(reader.count(4));
  for (std::string& name : names) name = reader.string();
  if (names.empty() || names.size() > PackedRows::kMostOutputs || !std::is_sorted(names.begin(), names.end())) {
    throw Error(reader.where(), "has no sorted list of 1 to 64 names", "", kCopyAgain);
  }
  return names;
}

void check_outputs(const ModelFile& file, const PackedRows& weights, const std::vector<std::string>& names) {
  if (weights.outputs() != names.size()) throw Error(file.path(), "its weights do not fit its names", "", kCopyAgain);
}

template <typename Table>
std::string bytes_of(const Table& table) {
  ByteWriter writer;
  table.write(writer);
  return writer.take();
}

template <typename Table>
Table read_table(const ModelFile& file, const char* section) {
  ByteReader reader = file.reader(section);
  Table table(reader);
  reader.expect_end();
  return table;
}

std::string sample_bytes(const std::vector<SyntaxSample>& samples) {
  ByteWriter writer;
  writer.u32(static_cast<std::uint32_t>(samples.size()));
  for (const SyntaxSample& sample : samples) {
    writer.u32(static_cast<std::uint32_t>(sample.words.size()));
    for (std::size_t i = 0; i < sample.words.size(); ++i) {
      writer.string(sample.words[i]);
      writer.u32(sample.parsed[i].head);
      writer.u8(sample.parsed[i].tag);
      writer.u8(sample.parsed[i].relation);
    }
  }
  return writer.take();
}

}  // namespace

std::string syntax_model_bytes(const std::string& card, const SyntaxParts& parts,
                               const std::vector<SyntaxSample>& samples) {
  return model_file_bytes(kSyntaxModelKind, {{"card", card},
                                             {"names", name_bytes(parts)},
                                             {"lexicon", bytes_of(parts.tagger.lexicon)},
                                             {"tag weights", bytes_of(parts.tagger.weights)},
                                             {"transition weights", bytes_of(parts.parser.transitions)},
                                             {"relation weights", bytes_of(parts.parser.relations)},
                                             {"samples", sample_bytes(samples)}});
}

SyntaxParts read_syntax_parts(const ModelFile& file) {
  file.expect_kind(kSyntaxModelKind);
  ByteReader names = file.reader("names");
  const std::uint32_t version = names.u32();
  if (version != kSyntaxFeatureVersion) {
    throw Error(file.path(), "was trained on features of version " + std::to_string(version),
                std::to_string(kSyntaxFeatureVersion) + " as this program makes them",
                "retrain, or use the program that wrote it");
  }
  std::vector<std::string> tags = read_names(names);
  std::vector<std::string> relations = read_names(names);
  names.expect_end();
  const ParserNames parser = parser_names(tags, relations, file.path());
  ByteReader lexicon = file.reader("lexicon");
  TagLexicon words(lexicon, tags.size());
  lexicon.expect_end();
  SyntaxParts parts{
      std::move(tags),
      std::move(relations),
      parser,
      {std::move(words), read_table<PackedRows>(file, "tag weights")},
      {read_table<PackedTriples>(file, "transition weights"), read_table<PackedRows>(file, "relation weights")}};
  check_outputs(file, parts.tagger.weights, parts.tags);
  check_outputs(file, parts.parser.relations, parts.relations);
  return parts;
}

std::vector<SyntaxSample> read_syntax_samples(const ModelFile& file, const SyntaxParts& parts) {
  ByteReader reader = file.reader("samples");
  std::vector<SyntaxSample> samples(reader.count(4));
  for (SyntaxSample& sample : samples) {
    const std::uint32_t size = reader.count(4 + 4 + 1 + 1);
    for (std::uint32_t i = 0; i < size; ++i) {
      sample.words.push_back(reader.string());
      ParsedWord& word = sample.parsed.emplace_back();
      word.head = reader.u32();
      word.tag = reader.u8();
      word.relation = reader.u8();
      if ((word.head != kRoot && word.head >= size) || word.tag >= parts.tags.size() ||
          word.relation >= parts.relations.size()) {
        throw Error(reader.where(), "has a word with an unknown head, tag or relation", "", kCopyAgain);
      }
    }
  }
  reader.expect_end();
  return samples;
}

SyntaxSampleCheck check_syntax_samples(const ModelFile& file) {
  const SyntaxParts parts = read_syntax_parts(file);
  const SyntaxModel model = SyntaxModel::from(file);
  SyntaxScratch scratch;
  SyntaxSampleCheck check;
  std::vector<ParsedWord> parsed;
  for (const SyntaxSample& sample : read_syntax_samples(file, parts)) {
    const std::vector<std::string_view> words(sample.words.begin(), sample.words.end());
    model.analyse(words, scratch, parsed);
    ++check.samples;
    if (parsed == sample.parsed) ++check.same;
  }
  return check;
}

}  // namespace quoth
