#include "quoth/annotate/syntax_parts_internal.h"

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

void parse_words(const ParserParts& parser, std::uint8_t root_relation, SentenceScratch& scratch) {
  ParseState& state = scratch.parse;
  state.start(scratch.words, scratch.tags);
  std::array<std::uint32_t, ParseState::kTransitionFeatures> transition_features;
  std::array<std::uint32_t, ParseState::kRelationFeatures> relation_features;
  std::array<std::int16_t, PackedRows::kMostOutputs> scores;
  while (!state.is_finished()) {
    // One word on the stack can only be shifted onto; no next word, only taken away.
    Transition transition = kShift;
    if (state.stack().size() > 1) {
      if (state.next() > state.size()) {
        transition = kRight;
      } else {
        state.transition_features(transition_features);
        transition = best_transition(parser.transitions.score(transition_features), state);
      }
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

}  // namespace quoth
