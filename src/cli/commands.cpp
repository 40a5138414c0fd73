#include "cli/commands.h"

#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

constexpr Option kData{"--data", "DIR", "", "take the tables in DIR in place of the compiled-in ones", ""};
constexpr Option kToday{"--today", "DATE", "", "judge waivers as of DATE (2027-03-01) instead of today", ""};
constexpr Positional kPath{"PATH", "folder with plant.yaml, or a file of another name", false, false, true};

constexpr Positional kCheckArguments[] = {kPath};
constexpr Option kCheckOptions[] = {
    {"--format", "FORMAT", "text|json|sarif", "how to say it", "text"},
    {"--level", "LEVEL", "error|warning|note", "what makes the exit code 1; note also shows the notes", "error"},
    {"--list", "", "", "name everything that a finding holds for, not the first few", ""},
    {"--output", "FILE", "", "write to FILE, all of it or nothing", "", false, "-o"},
    {"--no-repair", "", "", "do not look for the least repair", ""},
    {"--quiet", "", "", "findings only, no summary", ""},
    kToday,
    kData,
};
constexpr Example kCheckExamples[] = {
    {"ferrule check two-racks", "prove every link of the project in two-racks"},
    {"ferrule check two-racks --level warning --list", "warnings count too, and every name is listed"},
    {"ferrule check two-racks --format sarif --output findings.sarif", "for a code host"},
};

constexpr Positional kTraceArguments[] = {
    kPath, {"END", "port (leaf1/Eth1, leaf1/Eth1:3), panel port (A01-P1/1/4), cable (T1), cable end (T1/b), or link", true}};
constexpr Option kTraceOptions[] = {
    {"--format", "FORMAT", "text|json", "how to say it", "text"},
    {"--drawing", "", "", "the drawing and the hops only, without the table of positions", ""},
    kData,
};
constexpr Example kTraceExamples[] = {
    {"ferrule trace two-racks leaf1/Eth1", "follow every fibre of a port"},
    {"ferrule trace two-racks T1 L1", "what runs over a trunk, and the way of a link"},
};

constexpr Positional kBudgetArguments[] = {kPath, {"LINK", "a link by its id; without one, all of them", true, true}};
constexpr Option kBudgetOptions[] = {
    {"--percentile", "P,...", "", "what share of fibres and of links loses less, in per cent; 50,97,99.9 when not given", ""},
    {"--correlation", "R", "", "how alike fibres of one ferrule lose, 0 (apart) to 1 (as one); 0.5 is assumed", ""},
    {"--law", "LAW", "gamma|lognormal", "fitted to the mean and 97 % value of a grade; else the policy's, which is gamma", ""},
    {"--edition", "EDITION", "tia|iso", "whose attenuation the glass has; else the policy's, which is tia", ""},
    {"--swap", "PART=OFFER", "", "what changes with OFFER (a line, or another part of the plant) as PART; may be repeated", "",
     true},
    {"--catalogue", "FILE", "", "with --swap: OFFER may be a part number of this CSV, XLSX or text", ""},
    {"--prices", "FILE", "", "with --swap: CSV with the columns part and price, of one piece; the offer goes by `offer`", ""},
    {"--price", "PART=PRICE", "", "with --swap: the price of one piece, in place of the list's; may be repeated", "", true},
    {"--offer-price", "PRICE", "", "with --swap: of one piece of the offer; PART=PRICE when several are swapped", "", true},
    {"--format", "FORMAT", "text|json|svg", "how to say it; svg: the waterfalls of the links, drawn", "text"},
    {"--width", "WIDTH", "phone|print", "of a drawing: 360 pixels, or 180 mm", "print"},
    {"--output", "FILE", "", "write to FILE, all of it or nothing", "", false, "-o"},
    kData,
};
constexpr Example kBudgetExamples[] = {
    {"ferrule budget two-racks L1", "what link L1 loses, item by item, and how likely it keeps its limit"},
    {"ferrule budget two-racks --percentile 99", "all links, the least margin first, and what to expect of the hall"},
    {"ferrule budget two-racks --swap \"trunk=12F MTP Elite trunk female OM4 PC Type B\"",
     "what another trunk changes: margins, the first test, and with prices what that costs"},
    {"ferrule budget two-racks L1 --format svg --output L1.svg", "the waterfall as a drawing"},
};

constexpr Positional kLimitsArguments[] = {kPath, {"LINK", "a link by its id; without one, all of them", true, true}};
constexpr Option kLimitsOptions[] = {
    {"--standard", "EDITION", "", "one edition alone: tia-568.3-d, tia-568.3-e, iso-14763-3; all when not given", ""},
    {"--configuration", "WHICH", "permanent|channel", "one of the two alone; both when not given", ""},
    {"--format", "FORMAT", "text|json|csv|tester", "how to say it; tester: the fields of a tester's custom limit, as CSV",
     "text"},
    kData,
};
constexpr Example kLimitsExamples[] = {
    {"ferrule limits two-racks", "what each link may lose when it is measured, and which limit governs"},
    {"ferrule limits two-racks L1 --standard tia-568.3-e", "the same of one link and one edition, with every sum"},
    {"ferrule limits two-racks --format tester", "custom limits, ready to be typed into a tester"},
};
constexpr Positional kExplainArguments[] = {{"QUERY", "a name: 400GBASE-DR4, \"type b\", MTP, M201", true}};
constexpr Option kExplainOptions[] = {{"--format", "FORMAT", "text|json", "how to say it", "text"}, kData};
constexpr Example kExplainExamples[] = {
    {"ferrule explain 400GBASE-DR4", "an optic, its lanes and reaches, with sources"},
    {"ferrule explain type b", "a cable type, drawn"},
};

constexpr Positional kParseArguments[] = {{"TEXT", "a line of text, a file of lines, or - for standard input", true}};
constexpr Option kBrand{"--brand", "POLICY", "family|preferred|required", "what the buyer's policy says of the MTP brand", ""};
constexpr Option kParseOptions[] = {
    {"--format", "FORMAT", "text|jsonl|items", "how to say it; items: how the line is taken apart", "text"},
    {"--column", "NAME", "", "of a CSV file or of JSON lines: the column that holds the text", ""},
    {"--canonical", "", "", "print each specification as one normal line", ""},
    {"--as", "FORM", "rfq", "print purchase wording: complete, neutral of brands unless --brand asks for one", ""},
    kBrand,
    {"--strict", "", "", "a contradiction makes the exit code 1", ""},
    kData,
};
constexpr Example kParseExamples[] = {
    {"ferrule parse \"MTP-12 to MTP-12 female OS2 APC Type B 30 m LSZH\"", "what one line says, and what it does not"},
    {"ferrule parse quote.csv --column Description --format jsonl", "one JSON object for each record of a quote"},
    {"ferrule parse \"12F MPO trunk OM4 10m\" --as rfq", "the same as purchase wording, with what is still to be stated"},
};

constexpr Option kFitsOptions[] = {
    {"--require", "LINE", "", "what is required: any line, or a canonical one", ""},
    {"--offer", "LINE", "", "what is offered", ""},
    {"--catalogue", "FILE", "", "CSV, XLSX or text: judge its products, or name two of them by part number", ""},
    {"--column", "NAME", "", "of the catalogue: the column that describes products; otherwise the one that reads so best", ""},
    {"--limit", "N", "", "of the catalogue: how many products to show; 5 when not given", ""},
    {"--in", "PROJECT", "", "put the offer into this plant and prove again every link that uses the part", ""},
    {"--part", "NAME", "", "with --in: the part of the project that the offer would replace", ""},
    {"--today", "DATE", "", "with --in: judge waivers as of DATE (2027-03-01) instead of today", ""},
    kBrand,
    {"--format", "FORMAT", "text|json", "how to say it", "text"},
    kData,
};
constexpr Example kFitsExamples[] = {
    {"ferrule fits --require \"MPO-12 F/F OM4 10 m\" --offer \"MTP-12 F/F OM4 33 ft\"", "may the second stand in for the first?"},
    {"ferrule fits --require \"MPO-12 F/F OM4 10 m Type B\" --catalogue stock.csv", "what in stock may stand in for it?"},
    {"ferrule fits --in plant --part cord --offer \"MPO-12 F/F OM3 UPC Type B jumper\"",
     "for which links may it, and for which not?"},
};

constexpr Positional kCompareArguments[] = {{"LINE", "a line of text or a canonical line; two and more", true}};
constexpr Option kCompareOptions[] = {{"--format", "FORMAT", "text|json", "how to say it", "text"}, kData};
constexpr Example kCompareExamples[] = {
    {"ferrule compare \"12F MTP trunk OM4 0.35dB\" \"MPO-12 trunk OM3 low loss\"", "what differs, the most important first"},
};

constexpr Positional kLintArguments[] = {{"FILE", "a bill, quote or paper: CSV, XLSX, text or Markdown", true, false, true}};
constexpr Option kLintOptions[] = {
    {"--format", "FORMAT", "text|json", "how to say it", "text"},
    {"--brand", "BRAND", "any|MPO|MTP", "what the house asks for: any maker's MPO, that word alone, or the mark MTP", "any"},
    {"--column", "NAME", "", "the column that describes the products; otherwise the one whose cells read so best", ""},
    {"--level", "LEVEL", "error|warning|note", "what makes the exit code 1; note also shows the notes", "error"},
    {"--list", "", "", "name every place of a finding, not the first few", ""},
    kData,
};
constexpr Example kLintExamples[] = {
    {"ferrule lint quote.xlsx", "what is wrong with the words of a quote"},
    {"ferrule lint bill.csv --brand MTP --level warning", "the mark is policy, and warnings count"},
};

constexpr Option kReachOptions[] = {
    {"--application", "NAME", "", "what shall run: 400GBASE-DR4", ""},
    {"--fibre", "CLASS,...", "", "over these fibre classes; all that the tables state when not given", ""},
    {"--connections", "N or A..B", "", "numbers of connections; 1..8 when not given", ""},
    {"--grade", "GRADE,...", "", "of the joints: B, low-loss, 0.35 (dB at most), 0.12/0.25 (mean and 97 %)", ""},
    {"--connector", "NAME", "", "of the joints; the application's own when not given", ""},
    {"--percentile", "P", "", "what share of fibres, and of links, shall pass; 99.9 when not given", ""},
    {"--edition", "EDITION", "tia|iso", "whose attenuation the glass has", "tia"},
    {"--attenuation", "DB", "", "dB/km of the glass, in place of the edition's", ""},
    {"--format", "FORMAT", "text|json", "how to say it", "text"},
    kData,
};
constexpr Example kReachExamples[] = {
    {"ferrule reach --application 400GBASE-DR4 --connections 1..8 --grade B", "how far, over how many connections"},
    {"ferrule reach --application 400GBASE-SR8 --fibre OM4 --grade 0.35,0.5", "two makers' maxima side by side"},
};

constexpr Positional kUpgradeArguments[] = {kPath};
constexpr Option kUpgradeOptions[] = {
    {"--to", "SPEED,...", "", "rates or applications: 400G,1.6T,400GBASE-DR4; every faster rate when not given", ""},
    {"--prices", "FILE", "", "CSV with part, price and, if wanted, currency: what parts and transceivers cost", ""},
    {"--format", "FORMAT", "text|json|csv", "how to say it; csv: one row for each link group and application", "text"},
    kData,
};
constexpr Example kUpgradeExamples[] = {
    {"ferrule upgrade two-racks --to 100G,400G", "which links could carry them, and with what change"},
    {"ferrule upgrade hall --to 800G --prices prices.csv", "the same, with the cheapest mix priced"},
};

constexpr Positional kDesignArguments[] = {{"PATH", "a project with a fabric, or its file", false, false, true}};
constexpr Option kDesignOptions[] = {
    {"--output", "DIR", "", "write the plant there, all of it or nothing", "", false, "-o"},
    {"--set", "GROUP=NUMBER", "", "the size of a group, in the place of the one written", "", true},
    {"--standing", "PLANT", "", "a plant that stands: it is kept, and what is missing is added", ""},
    {"--revise", "PLAN", "", "a plan from before: what stays keeps names, ports and trunks, what is not asked for goes", ""},
    {"--phase", "NAME", "", "what is added comes in this phase; new when absent", ""},
    {"--until", "PHASE", "", "the plant as it stands when that phase ends", ""},
    {"--compare",
     "NAME,...",
     "",
     "set alternatives side by side instead of writing a plant: by name, `all`, or those that are usual for the fabric",
     "",
     false,
     {},
     "usual"},
    {"--prices", "FILE", "",
     "places, trunks and what is `auto` are chosen by them: CSV or XLSX, or `generic`: orders of magnitude; may be repeated", "",
     true},
    {"--wage", "PRICE", "", "of an hour of one person: with --prices, laying is paid where they choose", ""},
    {"--format", "FORMAT", "text|json|csv", "how to say what came out; csv: of a comparison", "text"},
    {"--chart", "FILE", "", "draw the comparison as SVG, all of it or nothing", ""},
    {"--width", "WIDTH", "phone|print", "of the drawing: 360 pixels, or 180 mm", "print"},
    kData,
};
constexpr Example kDesignExamples[] = {
    {"ferrule design superpod --output superpod-plant", "devices, racks, cables and links, proven, as a project of its own"},
    {"ferrule design superpod --set su=2", "the same fabric at another size"},
    {"ferrule design three-phases --until second", "what stands when the second phase ends"},
    {"ferrule design superpod --compare --prices generic --chart superpod.svg", "direct or structured, which base, which glass"},
    {"ferrule design superpod --compare as-planned,direct,multimode", "three of them"},
    {"ferrule design grown --standing hall --phase 2027 -o hall-2027",
     "what stands is kept, and what a larger fabric lacks is added"},
};

constexpr Positional kBomArguments[] = {kPath};
constexpr Option kBomOptions[] = {
    {"--by", "KEY,...", "", "how lines are divided and ordered: phase, hall, row, part", "phase,part"},
    {"--phase", "NAME,...", "", "only what belongs to these phases, with spares and price breaks as if it were ordered alone",
     ""},
    {"--prices", "FILE", "",
     "CSV or XLSX with prices, or `generic`: orders of magnitude; may be repeated, the first that has one counts", "", true},
    {"--format", "FORMAT", "text|csv|json|xlsx", "how to say it; xlsx needs --output", "text"},
    {"--output", "FILE", "", "write to FILE, all of it or nothing", "", false, "-o"},
    kData,
};
constexpr Example kBomExamples[] = {
    {"ferrule bom two-racks", "what has to be bought, and why"},
    {"ferrule bom hall --by phase,hall,row,part --prices prices.xlsx --format xlsx --output bill.xlsx",
     "priced, row by row, as a workbook"},
    {"ferrule bom hall --prices quotes.csv --prices generic", "what is not quoted yet by order of magnitude"},
};

constexpr Option kCrew{"--crew", "PEOPLE", "", "how many work as one crew", "2"};
constexpr Option kBundle{"--bundle", "CABLES", "", "most cables that are pulled together", "24"};
constexpr Option kFill{"--fill", "PERCENT", "", "what cables may take of a tray that states no `fill`; 40 when not given", ""};
constexpr Option kRates{"--rates", "FILE", "", "CSV with task, of, per and minutes: how long work takes where you work", ""};

constexpr Option kWage{"--wage", "PRICE", "", "of an hour of one person, in the currency of the prices", ""};

constexpr Option kEffortOptions[] = {
    kCrew,
    kRates,
    kBundle,
    kFill,
    {"--prices", "FILE", "", "CSV or XLSX with prices, or `generic`: orders of magnitude; may be repeated", "", true},
    kWage,
    {"--format", "FORMAT", "text|csv|json", "how to say it; csv: one table, see --table", "text"},
    {"--table", "TABLE", "racks|connectors|duplex|trays|drops|bundles|plugs|hours|cost", "which table of --format csv", "bundles"},
    {"--output", "FILE", "", "write to FILE, all of it or nothing", "", false, "-o"},
    kData,
};
constexpr Example kEffortExamples[] = {
    {"ferrule effort hall", "rack units, connectors, trays, bundles and hours"},
    {"ferrule effort hall --prices generic --wage 60 --crew 3", "with the cost by class, for crews of three"},
    {"ferrule effort hall --format csv --table bundles --output bundles.csv", "the bundles, for the installer"},
    {"ferrule effort hall --format csv --table plugs --output plugs.csv", "where each plug goes, and its label"},
};

constexpr Option kBuildOptions[] = {
    {"--output", "DIR", "", "the folder to write, all of it or nothing", "", false, "-o"},
    {"--prices", "FILE", "", "CSV or XLSX with prices, or `generic`: orders of magnitude; may be repeated", "", true},
    {"--set", "GROUP=NUMBER", "", "the size of a group, in the place of the one written", "", true},
    kCrew,
    kRates,
    kWage,
    kData,
};
constexpr Example kBuildExamples[] = {
    {"ferrule build superpod -o superpod-built --prices generic", "plant, verdicts, losses and the priced bill in one folder"},
};

constexpr Positional kInitArguments[] = {{"DIR", "folder to make; an existing one must be empty", false, false, true}};
constexpr Example kInitExamples[] = {{"ferrule init two-racks", "write it to the new folder two-racks"}};

constexpr Positional kHelpArguments[] = {{"VERB", "the verb to explain", false, true}};

constexpr Command kCommands[] = {
    {"init",
     "write a small project that passes",
     "Writes plant.yaml and README.md into a new or empty folder: two racks, a trunk, one proven link. A folder that holds "
     "anything is left alone.",
     kInitArguments,
     {},
     kInitExamples,
     run_init},
    {"check", "prove every link, fibre by fibre, and say what is wrong",
     "Follows every fibre of every link through every part and mating, runs all rules, and gives each link a verdict: proven, "
     "faulty, or unproven when it rests on something that nobody stated. A finding names the place in your file; `ferrule "
     "explain CODE` tells why it is one.",
     kCheckArguments, kCheckOptions, kCheckExamples, run_check},
    {"trace", "show where light goes, hop by hop",
     "Shows each way that light takes from an end: drawn on one line, hop by hop with what mates with what, and as a table with "
     "one column per connector and one row per lane. Positions count from 1. A trace tells what is there; whether that is what "
     "a link needs is for check.",
     kTraceArguments, kTraceOptions, kTraceExamples, run_trace},
    {"budget", "add up what links lose, against what they may",
     "Shows the worst case of a link as a waterfall: each cable, connection and splice in light order with its loss and where "
     "the "
     "figure comes from, against the channel limit of its optic. Then how the loss is distributed where the grades of the "
     "connectors have figures: for one fibre, for all fibres of the link, and for the hall. What has only a maximum has no "
     "distribution, and is said to have none.",
     kBudgetArguments, kBudgetOptions, kBudgetExamples, run_budget},
    {"limits", "what links may lose when they are measured",
     "Works out test limits for permanent links (panel to panel) and channels (with the equipment cords): by the editions of the "
     "cabling standards, by the figures of the parts themselves, and by what the application needs. The strictest one that is "
     "known governs; one that cannot be computed says what is missing.",
     kLimitsArguments, kLimitsOptions, kLimitsExamples, run_limits},
    {"explain", "tell what Ferrule knows by a name, with sources",
     "Optics, cable types, adapters, methods, connectors, fibres, words of the trade, and the rules by their code.",
     kExplainArguments, kExplainOptions, kExplainExamples, run_explain},
    {"parse", "read product lines into specifications",
     "Reads any line of a catalogue, bill of materials or quote, in any of the trade's languages, into a typed specification: "
     "what it says, where it says so, what it contradicts and what it leaves open.",
     kParseArguments, kParseOptions, kParseExamples, run_parse},
    {"fits",
     "judge whether an offer may stand in for what is required",
     "Reads both lines, compares them field by field with the rules of substitution, and gives a verdict: same, better, "
     "conditional, cannot-confirm or no, with the reason of each field and what to ask the vendor. What decides safety and is "
     "not stated is never taken for granted.",
     {},
     kFitsOptions,
     kFitsExamples,
     run_fits},
    {"compare", "set product lines side by side",
     "Reads the lines and prints their fields in columns: what differs first, safety before performance before commerce, then "
     "what only some state, what is equal, and what decides safety and nobody states. Loss figures on different bases are said "
     "to be incomparable.",
     kCompareArguments, kCompareOptions, kCompareExamples, run_compare},
    {"lint", "find what is wrong with the words of bills, quotes and papers",
     "Reads papers as people send them and says what their words leave open or get wrong: MPO and MTP, Type and Method, pins and "
     "polish that nobody stated, loss in words, flame ratings of two schemes, one name for two things. Each finding names the "
     "line or the cell and the better wording; a table tells how the paper uses the words.",
     kLintArguments, kLintOptions, kLintExamples, run_lint},
    {"reach",
     "how far an application reaches over so many connections",
     "Prints the longest channel against the number and the grade of its connections: in the worst case, and so that the given "
     "share of fibres, and of links in their worst fibre, passes. Published reach is never exceeded, and a grade without a "
     "distribution has none here.",
     {},
     kReachOptions,
     kReachExamples,
     run_reach},
    {"upgrade", "what the plant could carry, and the least change for it",
     "For each link, and each trunk between two panels, used or not: which applications it carries as it is, which with a named "
     "change (other cords, other cassettes or panels, a cleaner grade, another trunk of the same glass), which never, and what "
     "nobody can say. Every yes and every change is proven as check proves a plant. Fibres that stay dark are counted, and the "
     "cheapest mix is told for each speed.",
     kUpgradeArguments, kUpgradeOptions, kUpgradeExamples, run_upgrade},
    {"bom", "the bill of materials: what has to be bought, and where it goes",
     "Counts every cable, cassette, panel, coupler and transceiver of the plant into lines, each with the line of the product "
     "language that specifies it, the length to order, spares, and the names it stands for. Stock lengths and spares are the "
     "policy's; phases, halls and rows are those of the racks. With prices, totals by phase and kind; a line without a price "
     "makes "
     "a total `at least`. Racks, splices and equipment are not in the bill.",
     kBomArguments, kBomOptions, kBomExamples, run_bom},
    {"effort", "what it takes: rack units, connectors, trays, bundles, hours, cost by class",
     "Counts rack units used and free, connectors, ferrules and fibres, and sets the same links in duplex LC cords beside them; "
     "how "
     "full "
     "each tray is at its fullest stretch, and how heavy; which cables are pulled together; how many hours the work takes, how "
     "long "
     "it lasts, and what no order of work can be quicker than. What nobody states is an order of magnitude from a table, and "
     "said "
     "to be "
     "one, or unknown.",
     kBomArguments, kEffortOptions, kEffortExamples, run_effort},
    {"build", "all of it in one folder: the plant, its proof, its losses, its bill of materials",
     "Runs the chain as far as the project goes: design when it has a fabric, then check, budget, bom and effort, and writes "
     "what "
     "they "
     "say "
     "as text, JSON, CSV and a workbook. A project that cannot be designed is told, and nothing is written.",
     kDesignArguments, kBuildOptions, kBuildExamples, run_build},
    {"design", "from a fabric and a hall to a plant that is proven",
     "Expands tiers and link rules to devices and links, looks for parts that the checks prove together, stands devices and "
     "panels into racks, finds each cable's way and length, and checks the result as any other plant. Counts that a vendor "
     "printed are "
     "held against those of the rules. A plant that is not clean is not written.",
     kDesignArguments, kDesignOptions, kDesignExamples, run_design},
    {"help", "explain a verb", "The same as `ferrule VERB --help`.", kHelpArguments, {}, {}, run_help},
};

constexpr Option kCommonOptions[] = {
    {"--color", "WHEN", "auto|always|never", "colours; auto: on a terminal, unless NO_COLOR is set", "auto"},
    {"--help", "", "", "this text", ""},
};

constexpr Option kProgramOptions[] = {
    {"--version", "", "", "print the version", ""},
    {"--help", "", "", "print this text", ""},
    {"--man", "", "", "print the manual page (roff): ferrule --man | man -l -", ""},
    {"--completion", "SHELL", "bash", "print completions: source <(ferrule --completion bash)", ""},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }
std::span<const Option> common_options() { return kCommonOptions; }
std::span<const Option> program_options() { return kProgramOptions; }

const Command* command_named(std::string_view verb) {
  for (const Command& command : kCommands)
    if (command.verb == verb) return &command;
  return nullptr;
}

}  // namespace ferrule::cli
