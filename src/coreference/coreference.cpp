#include "coreference/coreference.h"

#include "coreference/candidates.h"
#include "coreference/linker.h"
#include "coreference/quoted.h"
#include "coreference/roles.h"

namespace lede {

using namespace coreference;

Groups find_chains(Document& doc, const Resources& resources) {
    const Lexicon lexicon(resources);
    Groups groups = group_names(doc, lexicon);
    std::vector<bool> named(doc.tokens.size(), false);
    for (const Mention& mention : doc.mentions)
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) named[t] = true;
    const std::vector<Apposition> appositions = find_roles(doc, lexicon, groups, named);
    std::vector<Candidate> candidates =
        find_candidates(doc, lexicon, resources.table("pronouns"), groups, find_quoted(doc));
    Linker linker(doc, resources, lexicon, groups, candidates);
    linker.link(appositions);
    linker.add_mentions();
    return groups;
}

}  // namespace lede
