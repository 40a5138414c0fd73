#include <gtest/gtest.h>

#include "write/findings_json.h"
#include "write/sarif.h"

namespace ferrule::write {
namespace {

struct Sample {
  diag::Sources sources;
  diag::Findings findings;

  Sample() {
    const std::uint32_t plant = sources.add("halls/hall 1.yaml", "größe: 1\n  a: T1/b\n");
    diag::Finding& finding = findings.add("M201", "same-pins-meet", diag::Severity::kError, {plant, 15, 4}, "both pinned")
                                 .label("pinned here")
                                 .note({plant, 0, 7}, "and here")
                                 .note("pins meet pins")
                                 .help("turn one")
                                 .finding();
    finding.subject_kind = "joint";
    finding.subjects = {"T1", "T2"};
    findings.add("A100", "unknown", diag::Severity::kNote, {}, "nothing \xFF").finding().waived_by = "ann: known";
  }
};

TEST(WriteFindings, SaysEverythingOnce) {
  const Sample sample;
  JsonWriter json;
  write_findings(json, sample.findings, sample.sources);
  EXPECT_EQ(json.take(),
            R"([{"code":"M201","name":"same-pins-meet","severity":"error","message":"both pinned",)"
            R"("where":{"file":"halls/hall 1.yaml","line":2,"column":5},"label":"pinned here",)"
            R"("notes":[{"text":"and here","where":{"file":"halls/hall 1.yaml","line":1,"column":1}},{"text":"pins meet pins"}],)"
            R"("help":["turn one"],"subjects":{"kind":"joint","count":2,"names":["T1","T2"]}},)"
            R"({"code":"A100","name":"unknown","severity":"note","message":"nothing )"
            "\uFFFD"
            R"(","notes":[],"help":[],"waived_by":"ann: known"}])");
}

TEST(Sarif, IsTheLogThatCodeHostsRead) {
  const Sample sample;
  EXPECT_EQ(sarif(sample.findings, sample.sources, "1.2.3"), R"({
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "ferrule",
          "version": "1.2.3",
          "rules": [
            {
              "id": "A100",
              "name": "unknown"
            },
            {
              "id": "M201",
              "name": "same-pins-meet"
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "M201",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "both pinned\nnote: pins meet pins\nnote: 2 joints: T1, T2\nhelp: turn one"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "halls/hall%201.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 5,
                  "endLine": 2,
                  "endColumn": 9
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "id": 1,
              "message": {
                "text": "and here"
              },
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "halls/hall%201.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 6
                }
              }
            }
          ]
        },
        {
          "ruleId": "A100",
          "ruleIndex": 0,
          "level": "note",
          "message": {
            "text": "nothing )"
                                                             "\uFFFD"
                                                             R"("
          },
          "locations": [],
          "suppressions": [
            {
              "kind": "external",
              "justification": "ann: known"
            }
          ]
        }
      ]
    }
  ]
}
)");
}

TEST(Sarif, WithoutFindingsIsStillALog) {
  const std::string log = sarif({}, {}, "1");
  EXPECT_NE(log.find("\"rules\": []"), std::string::npos);
  EXPECT_NE(log.find("\"results\": []"), std::string::npos);
}

}  // namespace
}  // namespace ferrule::write
