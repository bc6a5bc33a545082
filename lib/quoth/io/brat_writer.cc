#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "quoth/io/brat.h"
#include "quoth/io/code_point_offsets.h"

namespace quoth {
namespace {

std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return out;
}

class BratWriter {
 public:
  BratWriter(const GoldArticle& article, const BratTypes& types)
      : article_(article), types_(types), offsets_(article.text) {}

  std::string write() {
    for (std::size_t i = 0; i < article_.attributions.size(); ++i) {
      const Attribution& attribution = article_.attributions[i];
      const std::vector<Span>& trigger = !attribution.cue.empty()       ? attribution.cue
                                         : !attribution.content.empty() ? attribution.content
                                                                        : attribution.source;
      if (!trigger.empty()) write_event(attribution, article_.notes[i], trigger);
    }
    return std::move(lines_);
  }

 private:
  void write_event(const Attribution& attribution, const GoldNote& note, const std::vector<Span>& trigger) {
    std::string arguments;
    for (const auto& [spans, type] : {std::pair{&attribution.source, &types_.source},
                                      {&attribution.cue, &types_.cue},
                                      {&attribution.content, &types_.content}}) {
      int number = 0;
      for (const std::vector<Span>& group : apart(*spans)) {
        // brat numbers the second and further arguments of a role.
        const std::string role = ++number == 1 ? *type : *type + std::to_string(number);
        arguments += fmt::format(" {}:{}", role, text_bound(*type, group));
      }
    }
    const std::string tied_to = new_text_bound(types_.event, apart(trigger).front());
    const std::string event = fmt::format("E{}", ++events_);
    lines_ += fmt::format("{}\t{}:{}{}\n", event, types_.event, tied_to, arguments);
    write_attributes(event, attribution, note);
  }

  void write_attributes(const std::string& event, const Attribution& attribution, const GoldNote& note) {
    const auto add = [&](std::string_view type, std::string_view value) {
      lines_ += fmt::format("A{}\t{} {} {}\n", ++attributes_, type, event, on_one_line(value));
    };
    const auto add_flag = [&](std::string_view type, bool flag) {
      if (flag) lines_ += fmt::format("A{}\t{} {}\n", ++attributes_, type, event);
    };
    if (note.has_kind) add("kind", to_string(attribution.kind));
    if (!attribution.speaker.empty()) add("speaker", attribution.speaker);
    add_flag("unnamed", note.has_speaker && attribution.speaker.empty() && attribution.speakers.empty());
    for (const std::string& speaker : attribution.speakers) add("speakers", speaker);
    if (!attribution.addressee.empty()) add("addressee", attribution.addressee);
    add_flag("questioner", attribution.role == SpeakerRole::questioner);
    add_flag("unquoted", attribution.unquoted);
    add_flag("nested", attribution.nested);
    add_flag("metonymy", attribution.metonymy);
    add_flag("optional", note.optional);
    if (note.has_confidence) add("confidence", fmt::format("{}", attribution.confidence));
  }

  // The pieces of one annotation do not overlap in brat: spans that do go to further ones.
  static std::vector<std::vector<Span>> apart(const std::vector<Span>& spans) {
    std::vector<std::vector<Span>> groups;
    for (const Span span : spans) {
      const auto free = std::find_if(groups.begin(), groups.end(),
                                     [&](const std::vector<Span>& group) { return group.back().end <= span.begin; });
      if (free == groups.end()) {
        groups.push_back({span});
      } else {
        free->push_back(span);
      }
    }
    return groups;
  }

  // The id of the annotation of these words with that type. Attributions share what they have in common, a source most
  // of all.
  std::string text_bound(const std::string& type, const std::vector<Span>& spans) {
    std::string& id = written_[{type, spans}];
    if (id.empty()) id = new_text_bound(type, spans);
    return id;
  }

  std::string new_text_bound(const std::string& type, const std::vector<Span>& spans) {
    std::string fragments;
    std::string words;
    for (const Span span : spans) {
      fragments += fmt::format("{}{} {}", fragments.empty() ? "" : ";", offsets_.at(span.begin), offsets_.at(span.end));
      if (!words.empty()) words += ' ';
      words += on_one_line(std::string_view(article_.text).substr(span.begin, span.size()));
    }
    std::string id = fmt::format("T{}", ++text_bounds_);
    lines_ += fmt::format("{}\t{} {}\t{}\n", id, type, fragments, words);
    return id;
  }

  const GoldArticle& article_;
  const BratTypes& types_;
  CodePointOffsets offsets_;
  std::string lines_;
  std::map<std::pair<std::string, std::vector<Span>>, std::string> written_;
  int text_bounds_ = 0;
  int events_ = 0;
  int attributes_ = 0;
};

}  // namespace

std::string brat_annotations(const GoldArticle& article, const BratTypes& types) {
  return BratWriter(article, types).write();
}

}  // namespace quoth
