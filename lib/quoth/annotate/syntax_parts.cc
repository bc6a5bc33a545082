#include <algorithm>

#include "quoth/annotate/syntax_parts_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

// A lead in the units of training as one of whole scores, which 16 bits hold.
std::int16_t scores_of_lead(float lead, float step) {
  constexpr float kMost = 32000;
  return static_cast<std::int16_t>(std::min(lead / step, kMost));
}

}  // namespace

void SentenceScratch::clear() {
  tagger_input.clear();
  words.clear();
  tags.clear();
}

void SentenceScratch::add(const WordKeys& keys, const TagLexicon& lexicon) {
  tagger_input.add(keys, lexicon);
  words.push_back(keys.lower);
}

namespace {

std::uint8_t choose_tag(const PackedRows& weights, std::int16_t lead, const TaggerInput& input, std::size_t i,
                        std::uint8_t last, std::uint8_t before) {
  std::array<std::uint32_t, TaggerInput::kMoreFeatures> features;
  PackedRows::Scores scores = weights.start();
  const std::span first = std::span(features).first<TaggerInput::kFirstFeatures>();
  input.first_features(i, last, before, first);
  weights.add(first, scores);
  const std::uint8_t likely = best_of(scores);
  if (leads(scores, likely, lead)) return likely;
  input.more_features(i, last, before, features);
  weights.add(features, scores);
  return best_of(scores);
}

}  // namespace

void tag_words(const TaggerParts& tagger, SentenceScratch& scratch) {
  TaggerInput& input = scratch.tagger_input;
  input.finish();
  const std::int16_t lead = scores_of_lead(kTagLead, tagger.weights.step());
  std::uint8_t last = kNoTag;
  std::uint8_t before = kNoTag;
  scratch.tags.resize(input.size());
  for (std::size_t i = 0; i < input.size(); ++i) {
    std::uint8_t tag = input.entry(i).only_tag;
    if (!input.entry(i).is_certain) tag = choose_tag(tagger.weights, lead, input, i, last, before);
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

// By the first features alone where one leads by `lead` after them.
Transition choose_transition(const PackedTriples& weights, std::int16_t lead, const ParseState& state) {
  std::array<std::uint32_t, ParseState::kMoreFeatures> features;
  std::array<std::int32_t, kTransitions> scores{};
  const std::span first = std::span(features).first<ParseState::kFirstFeatures>();
  state.first_features(first);
  weights.add(first, scores);
  const Transition likely = best_transition(scores, state);
  bool decided = true;
  for (const Transition other : {kShift, kLeft, kRight})
    decided = decided && (other == likely || !state.allows(other) || scores[likely] - scores[other] >= lead);
  if (decided) return likely;
  state.more_features(features);
  weights.add(features, scores);
  return best_transition(scores, state);
}

std::uint8_t choose_relation(const PackedRows& weights, std::int16_t lead, Node head, std::uint8_t root_relation,
                             const ParseState& state) {
  std::array<std::uint32_t, ParseState::kMoreRelationFeatures> features;
  PackedRows::Scores scores = weights.start(root_relation);
  const std::span first = std::span(features).first<ParseState::kFirstRelationFeatures>();
  state.first_relation_features(state.top(), head, first);
  weights.add(first, scores);
  const std::uint8_t likely = best_of(scores);
  if (leads(scores, likely, lead)) return likely;
  state.more_relation_features(state.top(), head, features);
  weights.add(features, scores);
  return best_of(scores);
}

void run_transitions(const ParserParts& parser, std::uint8_t root_relation, ParseState& state) {
  const std::int16_t relation_lead = scores_of_lead(kRelationLead, parser.relations.step());
  const std::int16_t lead = scores_of_lead(kTransitionLead, parser.transitions.step());
  while (!state.is_finished()) {
    // One word on the stack can only be shifted onto; where no next word is left, only taken away.
    Transition transition = state.stack().size() == 1 ? kShift : kRight;
    if (state.stack().size() > 1 && state.next() <= state.size()) {
      transition = choose_transition(parser.transitions, lead, state);
    }
    std::uint8_t relation = root_relation;
    if (transition != kShift && state.head_after(transition) != 0) {
      relation = choose_relation(parser.relations, relation_lead, state.head_after(transition), root_relation, state);
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
