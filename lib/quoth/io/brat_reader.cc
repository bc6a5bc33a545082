#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <set>
#include <system_error>

#include "quoth/base/error.h"
#include "quoth/io/brat.h"
#include "quoth/io/brat_lines_internal.h"

namespace quoth {
namespace {

class BratReader {
 public:
  BratReader(const BratLines& lines, const BratTypes& types, GoldArticle& article)
      : lines_(lines), types_(types), article_(article) {}

  void read() {
    for (const BratEvent& event : lines_.events) read_event(event);
    read_cues_of_relations();
    read_relations_without_cue();
    for (Attribution& attribution : article_.attributions) {
      for (auto* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
        std::sort(spans->begin(), spans->end());
      }
    }
    for (const BratAttribute& attribute : lines_.attributes) read_attribute(attribute);
  }

 private:
  void read_event(const BratEvent& event) {
    const bool is_attribution =
        event.type == types_.event || event.type.starts_with(types_.event + "-") || event.type == types_.cue;
    if (!is_attribution) return;
    Attribution attribution;
    for (const auto& [role, id] : event.arguments) {
      const BratTextBound& words = find(id, event.where);
      in_events_.insert(id);
      const std::string name = role.substr(0, role.find_last_not_of("0123456789") + 1);
      auto* spans = role_of(words.type, attribution);
      if (spans == nullptr) spans = role_of(name, attribution);
      if (spans != nullptr) spans->insert(spans->end(), words.spans.begin(), words.spans.end());
    }
    const BratTextBound& trigger = find(event.trigger, event.where);
    in_events_.insert(event.trigger);
    if (trigger.type == types_.cue && attribution.cue.empty()) attribution.cue = trigger.spans;
    add(event.id, std::move(attribution));
  }

  // An attribution for each cue that a relation names and no event does.
  void read_cues_of_relations() {
    for (const BratEvent& relation : lines_.relations) {
      for (std::size_t i = 0; i < 2; ++i) {
        const std::string& cue = relation.arguments[i].second;
        const std::string& other = relation.arguments[1 - i].second;
        if (find(cue, relation.where).type != types_.cue || in_events_.contains(cue)) continue;
        attach(other, attribution_at(cue, relation.where), relation.where);
      }
    }
  }

  // Contents that have no cue but a source; and sources tied to a content that has a cue.
  void read_relations_without_cue() {
    for (const BratEvent& relation : lines_.relations) {
      for (std::size_t i = 0; i < 2; ++i) {
        const std::string& content = relation.arguments[i].second;
        const std::string& source = relation.arguments[1 - i].second;
        if (find(content, relation.where).type != types_.content || in_events_.contains(content)) continue;
        if (find(source, relation.where).type != types_.source) continue;
        attach(source, attribution_at(content, relation.where), relation.where);
      }
    }
  }

  // The attribution that the cue or content `id` belongs to, a new one where there is none yet.
  std::size_t attribution_at(const std::string& id, const std::string& where) {
    if (!attribution_of_.contains(id)) {
      const BratTextBound& words = find(id, where);
      Attribution attribution;
      *role_of(words.type, attribution) = words.spans;
      add(id, std::move(attribution));
    }
    return attribution_of_.at(id);
  }

  // Gives the words to the attribution, once, by their type.
  void attach(const std::string& id, std::size_t index, const std::string& where) {
    const BratTextBound& words = find(id, where);
    auto* spans = role_of(words.type, article_.attributions[index]);
    if (spans == nullptr || words.type == types_.cue || !attached_.insert({id, index}).second) return;
    spans->insert(spans->end(), words.spans.begin(), words.spans.end());
    if (words.type == types_.content) attribution_of_.emplace(id, index);
  }

  void read_attribute(const BratAttribute& attribute) {
    const auto found = attribution_of_.find(attribute.target);
    if (found == attribution_of_.end()) {
      if (attribute.target.starts_with('T')) find(attribute.target, attribute.where);
      return;
    }
    Attribution& attribution = article_.attributions[found->second];
    GoldNote& note = article_.notes[found->second];
    const std::string& value = attribute.value;
    if (attribute.type == "kind") {
      attribution.kind = kind_of(attribute);
      note.has_kind = true;
    } else if (attribute.type == "speaker") {
      attribution.speaker = value;
      note.has_speaker = true;
    } else if (attribute.type == "speakers") {
      attribution.speakers.push_back(value);
      note.has_speaker = true;
    } else if (attribute.type == "addressee") {
      attribution.addressee = value;
    } else if (attribute.type == "confidence") {
      attribution.confidence = confidence_of(attribute);
      note.has_confidence = true;
    } else {
      read_flag(attribute.type, attribution, note);
    }
  }

  static void read_flag(const std::string& type, Attribution& attribution, GoldNote& note) {
    if (type == "questioner") attribution.role = SpeakerRole::questioner;
    if (type == "unnamed") note.has_speaker = true;
    if (type == "unquoted") attribution.unquoted = true;
    if (type == "nested") attribution.nested = true;
    if (type == "metonymy") attribution.metonymy = true;
    if (type == "optional") note.optional = true;
  }

  static AttributionKind kind_of(const BratAttribute& attribute) {
    for (const AttributionKind kind : {AttributionKind::direct, AttributionKind::indirect, AttributionKind::mixed}) {
      if (attribute.value == to_string(kind)) return kind;
    }
    throw Error(attribute.where, fmt::format("\"kind\" is \"{}\"", attribute.value), "direct, indirect or mixed");
  }

  static double confidence_of(const BratAttribute& attribute) {
    double confidence = -1;
    const char* end = attribute.value.data() + attribute.value.size();
    const auto result = std::from_chars(attribute.value.data(), end, confidence);
    if (result.ec == std::errc() && result.ptr == end && confidence >= 0 && confidence <= 1) return confidence;
    throw Error(attribute.where, fmt::format("\"confidence\" is \"{}\"", attribute.value), "a number from 0 to 1");
  }

  std::vector<Span>* role_of(const std::string& type, Attribution& attribution) const {
    if (type == types_.source) return &attribution.source;
    if (type == types_.cue) return &attribution.cue;
    if (type == types_.content) return &attribution.content;
    return nullptr;
  }

  const BratTextBound& find(const std::string& id, const std::string& where) const {
    const auto found = lines_.text_bounds.find(id);
    if (found != lines_.text_bounds.end()) return found->second;
    throw Error(where, fmt::format("names \"{}\"", id), "the id of annotated words (T) of this file");
  }

  void add(const std::string& id, Attribution attribution) {
    attribution_of_.emplace(id, article_.attributions.size());
    article_.attributions.push_back(std::move(attribution));
    article_.notes.emplace_back();
  }

  const BratLines& lines_;
  const BratTypes& types_;
  GoldArticle& article_;
  std::set<std::string> in_events_;                         // ids of words
  std::map<std::string, std::size_t> attribution_of_;       // by id of the event, cue or content
  std::set<std::pair<std::string, std::size_t>> attached_;  // words, attribution
};

}  // namespace

void read_brat(std::string_view ann, const std::string& path, const BratTypes& types, GoldArticle& article) {
  BratReader(parse_brat_lines(ann, path, article.text), types, article).read();
}

}  // namespace quoth
