#include <quoth/pipeline.h>

#include <iostream>

int main() {
  const quoth::Pipeline pipeline({MODELS, {}, {}});
  quoth::PipelineContext context;
  const quoth::Analysis analysis = pipeline.analyse("“We will not yield,” President Xi Jinping said.", {}, context);
  for (const quoth::Attribution& attribution : analysis.attributions) {
    std::cout << attribution.speaker << ": " << analysis.document.view(attribution.content.front()) << '\n';
  }
  return analysis.attributions.size() == 1 ? 0 : 1;
}
