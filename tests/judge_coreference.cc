// How often pronouns and titles that are sources are resolved to the right entity, on treebanks whose MISC column holds
// entities and coreference as GUM's does:
//
//   build/release/tests/judge_coreference models/registry.en.json gum-train.conllu gum-dev.conllu
//
// Sources are those of coreference_sources.h; what quoth makes of them is judged by the names that it gives. An entity
// that the text names somewhere is resolved where the name given is one of its; one that has no name, where none is
// given. --mistakes prints a line for each that is not.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "coreference_sources.h"
#include "coreference_text.h"
#include "quoth/annotate/mentions.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/treebank.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/speakers_internal.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

struct Counts {
  int all = 0;
  int right = 0;
  int named = 0;  // sources whose entity has a name
  int right_named = 0;
  int given = 0;  // names given
  int right_given = 0;

  void add(const GoldSource& source, bool is_right, bool is_given) {
    all += 1;
    right += is_right ? 1 : 0;
    named += source.named ? 1 : 0;
    right_named += source.named && is_right ? 1 : 0;
    given += is_given ? 1 : 0;
    right_given += is_given && is_right ? 1 : 0;
  }
};

using Figures = std::array<Counts, kGoldSourceForms>;

double percent(int part, int whole) {
  return whole == 0 ? 0 : 100.0 * part / whole;
}

void print(std::string_view what, const Counts& counts) {
  std::printf("  %-16s %5d %6.1f%%   %5d %6.1f%%   %5d %6.1f%%\n", std::string(what).c_str(), counts.all,
              percent(counts.right, counts.all), counts.named, percent(counts.right_named, counts.named), counts.given,
              percent(counts.right_given, counts.given));
}

class CoreferenceJudge {
 public:
  CoreferenceJudge(const Registry& registry, bool mistakes) : registry_(registry), mistakes_(mistakes) {}

  void judge(const Treebank& treebank, const TreebankDocument& treebank_document) {
    const GoldText gold = text_of(treebank, treebank_document);
    const std::vector<GoldSource> sources = gold_sources(treebank, treebank_document, gold);
    const Document document = segmenter_.segment(gold.text);
    const std::vector<Quote> quotes = find_quotes(document);
    const std::vector<std::uint32_t> classes = classify_words(document);
    const Reading reading(document, quotes, classes);
    const Mentions mentions = find_mentions(document, classes, registry_);
    std::vector<Draft> drafts = drafts_of(sources, reading);
    resolve_speakers(reading, mentions, registry_, {}, drafts);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const std::vector<std::string> names = names_of(drafts[i].attribution);
      const bool right =
          names.empty() ? !sources[i].named : std::all_of(names.begin(), names.end(), [&](const std::string& name) {
            return means(name, sources[i], gold, mentions);
          });
      figures_[static_cast<std::size_t>(sources[i].form)].add(sources[i], right, !names.empty());
      if (!right && mistakes_) report(treebank_document.id, sources[i], gold, names);
    }
  }

  const Figures& figures() const { return figures_; }

 private:
  static std::vector<Draft> drafts_of(const std::vector<GoldSource>& sources, const Reading& reading) {
    std::vector<Draft> drafts;
    for (const GoldSource& source : sources) {
      Draft draft;
      draft.attribution.source = {source.source};
      draft.attribution.cue = {source.cue};
      draft.attribution.content = {source.content};
      draft.attribution.kind = kind_of(reading, draft.attribution.content);
      drafts.push_back(std::move(draft));
    }
    return drafts;
  }

  static std::vector<std::string> names_of(const Attribution& attribution) {
    if (!attribution.speakers.empty() || attribution.speaker.empty()) return attribution.speakers;
    return {attribution.speaker};
  }

  std::string name_of(const NamedEntity& entity) const {
    if (entity.kind != EntityKind::country || entity.registry < 0) return entity.name;
    const std::string& government = registry_.entities()[static_cast<std::size_t>(entity.registry)].government;
    return government.empty() ? entity.name : government;
  }

  // Does the name mean the source's entity, after the place nearest to the source where the text has it?
  bool means(const std::string& name, const GoldSource& source, const GoldText& gold, const Mentions& mentions) const {
    Span nearest;
    const auto consider = [&](Span span) {
      const bool before = span.end <= source.cue.begin;
      if (nearest.empty() || before) nearest = span;
    };
    for (const Mention& mention : mentions.mentions) {
      if (name_of(mentions.entities[static_cast<std::size_t>(mention.entity)]) == name) consider(mention.span);
    }
    for (std::size_t at = 0; nearest.empty() && (at = gold.text.find(name, at)) != std::string::npos; ++at)
      consider({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())});
    if (nearest.empty()) return false;
    if (const GoldMention* around = mention_around(gold, nearest)) return around->entity == source.entity;
    // "Wise Veronique", read over the end of a heading, is Veronique.
    return std::any_of(gold.mentions.begin(), gold.mentions.end(), [&](const GoldMention& mention) {
      return mention.entity == source.entity && mention.span.end == nearest.end && nearest.contains(mention.span);
    });
  }

  static void report(const std::string& document, const GoldSource& source, const GoldText& gold,
                     const std::vector<std::string>& names) {
    std::string found;
    for (const std::string& name : names) found += (found.empty() ? "" : " & ") + name;
    const std::uint32_t begin = source.source.begin - std::min(source.source.begin, 150U);
    std::string around = gold.text.substr(begin, source.cue.end + 30 - begin);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::string expected;
    for (const GoldMention& mention : gold.mentions) {
      if (mention.entity == source.entity && mention.span.size() > expected.size() && mention.span.size() < 60)
        expected = gold.text.substr(mention.span.begin, mention.span.size());
    }
    std::printf("%s\t%s\t%s%s\t%s\t%s\n", document.c_str(),
                gold.text.substr(source.source.begin, source.source.size()).c_str(),
                source.named ? "" : "unnamed: ", expected.c_str(), found.empty() ? "-" : found.c_str(), around.c_str());
  }

  const Registry& registry_;
  const bool mistakes_;
  Segmenter segmenter_;
  Figures figures_;
};

int run(std::vector<std::string> arguments) {
  const auto option = std::find(arguments.begin(), arguments.end(), "--mistakes");
  const bool mistakes = option != arguments.end();
  if (mistakes) arguments.erase(option);
  if (arguments.size() < 2) {
    std::fprintf(stderr, "usage: judge_coreference [--mistakes] REGISTRY.json TREEBANK.conllu...\n");
    return 2;
  }
  Registry registry;
  registry.load(arguments[0]);
  for (std::size_t file = 1; file < arguments.size(); ++file) {
    Treebank treebank;
    read_treebank(arguments[file], treebank);
    CoreferenceJudge judge(registry, mistakes);
    for (const TreebankDocument& document : treebank.documents) judge.judge(treebank, document);
    std::printf("%s\n  %-16s %5s %7s   %5s %7s   %5s %7s\n", arguments[file].c_str(), "sources", "all", "right",
                "named", "right", "given", "right");
    for (std::size_t form = 0; form < kGoldSourceForms; ++form)
      print(to_string(static_cast<GoldSourceForm>(form)), judge.figures()[form]);
  }
  return 0;
}

}  // namespace
}  // namespace quoth

int main(int argc, char** argv) {
  return quoth::run({argv + 1, argv + argc});
}
