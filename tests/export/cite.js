// Reads CSL-JSON and prints each item's line of a bibliography in APA style, as JSON; one after the other, for a
// bibliography of all would be sorted.
const { plugins } = require("@citation-js/core");
require("@citation-js/plugin-csl");

const { engine } = plugins.config.get("@csl");

for (const item of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  const processor = engine([item], "apa", "en-US", "text");
  processor.updateItems([item.id]);
  const [, lines] = processor.makeBibliography();
  console.log(JSON.stringify(lines.join("").trim()));
}
