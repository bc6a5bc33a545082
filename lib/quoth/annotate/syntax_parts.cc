#include <algorithm>

#include "quoth/annotate/syntax_parts_internal.h"
#include "quoth/base/error.h"

namespace quoth {

void SentenceScratch::clear() {
  tagger_input.clear();
  words.clear();
  tags.clear();
}

void SentenceScratch::add(const WordKeys& keys, const TagLexicon& lexicon) {
  tagger_input.add(keys, lexicon);
  words.push_back(keys.lower);
}

void tag_words(const TaggerParts& tagger, SentenceScratch& scratch) {
  TaggerInput& input = scratch.tagger_input;
  input.finish();
  std::array<std::uint32_t, TaggerInput::kFeatures> features;
  std::array<std::int16_t, PackedRows::kMostOutputs> scores;
  std::uint8_t last = kNoTag;
  std::uint8_t before = kNoTag;
  scratch.tags.resize(input.size());
  for (std::size_t i = 0; i < input.size(); ++i) {
    std::uint8_t tag = input.entry(i).only_tag;
    if (!input.entry(i).is_certain) {
      input.features(i, last, before, features);
      tagger.weights.score(features, scores);
      tag = best_of(scores, tagger.weights.outputs());
    }
    scratch.tags[i] = tag;
    before = last;
    last = tag;
  }
}

ParserNames parser_names(const std::vector<std::string>& tags, const std::vector<std::string>& relations,
                         const std::string& where) {
  const auto index_of = [&](const char* name) {
    const auto found = std::lower_bound(relations.begin(), relations.end(), name);
    if (found == relations.end() || *found != name) throw Error(where, "has no relation \"" + std::string(name) + "\"");
    return static_cast<std::uint8_t>(found - relations.begin());
  };
  return {index_of("root"), index_of("punct"), marks_of_tags(tags)};
}

void start_parse(const ParserNames& names, std::span<const std::uint8_t> tags, SentenceScratch& scratch) {
  std::vector<Mark>& marks = scratch.marks;
  marks.clear();
  bool has_word = false;
  for (const std::uint8_t tag : tags) {
    marks.push_back(names.marks[tag]);
    has_word = has_word || marks.back() == Mark::none;
  }
  if (!has_word) std::fill(marks.begin(), marks.end(), Mark::none);
  scratch.kept.clear();
  scratch.parse.start();
  std::size_t behind_last = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] != Mark::none) continue;
    scratch.parse.add(scratch.words[i], tags[i], std::span(marks).subspan(behind_last, i - behind_last));
    scratch.kept.push_back(static_cast<std::uint32_t>(i));
    behind_last = i + 1;
  }
  scratch.parse.finish(std::span(marks).subspan(behind_last));
}

namespace {

void run_transitions(const ParserParts& parser, std::uint8_t root_relation, ParseState& state) {
  std::array<std::uint32_t, ParseState::kTransitionFeatures> transition_features;
  std::array<std::uint32_t, ParseState::kRelationFeatures> relation_features;
  std::array<std::int16_t, PackedRows::kMostOutputs> scores;
  while (!state.is_finished()) {
    // One word on the stack can only be shifted onto; where no next word is left, only taken away.
    Transition transition = state.stack().size() == 1 ? kShift : kRight;
    if (state.stack().size() > 1 && state.next() <= state.size()) {
      state.transition_features(transition_features);
      transition = best_transition(parser.transitions.score(transition_features), state);
    }
    std::uint8_t relation = root_relation;
    if (transition != kShift && state.head_after(transition) != 0) {
      state.relation_features(state.top(), state.head_after(transition), relation_features);
      parser.relations.score(relation_features, scores);
      relation = best_relation(scores, parser.relations.outputs(), root_relation);
    }
    state.apply(transition, relation);
  }
}

}  // namespace

void parse_words(const ParserParts& parser, const ParserNames& names, SentenceScratch& scratch) {
  start_parse(names, scratch.tags, scratch);
  run_transitions(parser, names.root_relation, scratch.parse);
  scratch.heads.assign(scratch.tags.size(), kRoot);
  scratch.relations.assign(scratch.tags.size(), names.mark_relation);
  for (std::size_t i = 0; i < scratch.kept.size(); ++i) {
    const auto node = static_cast<Node>(i + 1);
    const Node head = scratch.parse.head_of(node);
    if (head != 0) scratch.heads[scratch.kept[i]] = scratch.kept[head - 1];
    scratch.relations[scratch.kept[i]] = scratch.parse.relation_of(node);
  }
  if (scratch.kept.size() < scratch.tags.size()) attach_marks(scratch.marks, scratch.heads);
}

}  // namespace quoth
